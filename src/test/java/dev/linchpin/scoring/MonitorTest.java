package dev.linchpin.scoring;

import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.captured;
import static dev.linchpin.scoring.Samples.champion;
import static dev.linchpin.scoring.Samples.completed;
import static dev.linchpin.scoring.Samples.finished;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class MonitorTest {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private LiveWorld world;

  @BeforeAll
  static void startBroker() throws Exception {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void createWorld(TestInfo test) throws Exception {
    world = new LiveWorld(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldSendBadRecordsToTheDeadLettersAndGoOn() throws Exception {
    // Given
    world.publish(champion("main", 1));
    byte[] foreign = "hello".getBytes(UTF_8);
    byte[] good = world.bytes(world.topics.activations(), step("a", 0, IMPORTANT));
    byte[] unknown = ByteBuffer.wrap(good.clone()).putInt(1, 4711).array();
    StepActivations truncated = new StepActivations(SHAPE, NumberFormat.BF16, new byte[5]);

    // When
    world.send(world.topics.activations(), "a", foreign);
    world.send(world.topics.activations(), "a", unknown);
    world.capture(captured("a", 1, truncated));
    world.send(world.topics.activations(), "a", good);
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    List<StepScored> scores;
    try (Monitor monitor = world.startMonitor()) {
      scores = world.valuesUntil(world.topics.scores(), all -> all.size() == 1);
      letters.addAll(world.recordsUntil(world.topics.deadLetters(), r -> offset(r) == 2));
      assertThat(monitor.isRunning()).isTrue();
    }

    // Then
    assertThat(scores).extracting(StepScored::step).containsExactly(new StepRef("a", 0));
    assertThat(letters)
        .extracting(letter -> DeadLetter.of(letter.headers()).reason())
        .containsExactly("NOT_CONFLUENT_FORMAT", "UNKNOWN_SCHEMA", "TENSOR_LENGTH");
    assertThat(letters.get(0).value()).isEqualTo(foreign);
    assertThat(letters.get(1).value()).isEqualTo(unknown);
    assertThat(letters).allSatisfy(letter -> assertThat(letter.key()).isEqualTo(bytes("a")));
  }

  @Test
  void shouldKnowAllProbesBeforeTheFirstStepAlsoAfterARestart() throws Exception {
    // Given
    world.publish(champion("main", 1));
    world.publish(champion("main", 2));
    world.publish(champion("main", 1).retired());
    world.capture(step("a", 0, IMPORTANT));
    try (Monitor monitor = world.startMonitor()) {
      world.valuesUntil(world.topics.scores(), all -> all.size() == 1);
      assertThat(monitor.isRunning()).isTrue();
    }

    // When
    world.capture(step("a", 1, IMPORTANT));
    List<StepScored> scores;
    try (Monitor again = world.startMonitor()) {
      scores = world.valuesUntil(world.topics.scores(), all -> all.size() == 2);
      assertThat(again.isRunning()).isTrue();
    }

    // Then
    assertThat(scores).extracting(score -> score.probe().version()).containsExactly(2, 2);
    assertThat(world.meters.counter("linchpin.steps.unscored", "reason", "NO_PROBE").count())
        .isZero();
  }

  @Test
  void shouldSwapTheProbeInMidChain() throws Exception {
    // Given
    world.publish(champion("main", 1));

    // When
    List<StepScored> scores = new ArrayList<>();
    try (Monitor monitor = world.startMonitor()) {
      int steps = 0;
      while (scores.stream().noneMatch(score -> score.probe().version() == 2)) {
        world.capture(step("a", steps++, IMPORTANT));
        int published = steps;
        scores =
            world.valuesUntil(world.topics.scores(), all -> champions(all).size() == published);
        if (steps == 3) {
          world.publish(champion("main", 2));
        }
      }
      assertThat(monitor.isRunning()).isTrue();
    }

    // Then
    List<StepScored> flagging = champions(scores);
    assertThat(flagging)
        .extracting(score -> score.probe().version())
        .startsWith(1, 1, 1)
        .isSorted()
        .endsWith(2);
    assertThat(flagging).extracting(score -> score.step().stepIndex()).doesNotHaveDuplicates();
  }

  @Test
  void shouldLoseNoStepWhenClosedInMidRun() throws Exception {
    // Given
    world.publish(champion("main", 1));
    Set<StepRef> published = captureChains(0, 10);

    // When
    Monitor monitor = world.startMonitor();
    published.addAll(captureChains(10, 20));
    world.valuesUntil(world.topics.scores(), all -> all.size() >= 60);
    monitor.close(Duration.ZERO);
    published.addAll(captureChains(20, 30));

    // Then
    assertEveryStepIsScored(published);
  }

  @Test
  void shouldLoseNoStepWhenKilledInMidRun() throws Exception {
    // Given
    world.publish(champion("main", 1));
    Set<StepRef> published = captureChains(0, 10);

    // When
    Process process = MonitorProcess.start(world);
    try {
      world.valuesUntil(world.topics.scores(), all -> all.size() >= 60);
      published.addAll(captureChains(10, 20));
    } finally {
      process.destroyForcibly().waitFor();
    }
    published.addAll(captureChains(20, 30));

    // Then
    assertEveryStepIsScored(published);
  }

  @Test
  void shouldSayWhichTopicsAreMissing() {
    // Given
    Topics elsewhere = new Topics("elsewhere.", 1);
    try (Monitor monitor =
        new Monitor(world.settings(), elsewhere, world.meters, Clock.systemUTC())) {

      // When
      ThrowingCallable start = monitor::start;

      // Then
      assertThatThrownBy(start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("elsewhere.activations", "elsewhere.scores", "linchpin topics");
    }
  }

  @Test
  void shouldStopAndSayWhyWhenTheRegistryRefuses() throws Exception {
    // Given
    world.client.put("schema.registry.url", registry.url() + "/not-a-registry");
    world.capture(step("a", 0, IMPORTANT));

    // When
    try (Monitor monitor =
        new Monitor(world.settings(), world.topics, world.meters, Clock.systemUTC())) {
      monitor.start();

      // Then
      assertThatThrownBy(monitor::awaitStopped)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Schema registry refused")
          .hasMessageContaining("/not-a-registry");
    }
  }

  @Test
  void shouldMeasureTheLeadTimeOfEveryStep() throws Exception {
    // Given
    world.publish(champion("main", 1));
    Instant start = Instant.now();
    try (Monitor monitor = world.startMonitor();
        LeadTimeMeter meter = new LeadTimeMeter(world.settings(), world.topics, world.meters)) {
      meter.start();

      // When
      for (int i = 0; i < 3; i++) {
        world.send(world.topics.steps(), "a", completed("a", i, start));
        world.capture(step("a", i, IMPORTANT));
      }
      world.send(world.topics.chains(), "a", finished("a", 3, start.plusSeconds(300)));
      world.awaitCount("linchpin.lead.time", 3);
      assertThat(monitor.isRunning()).isTrue();
    }

    // Then
    assertThat(world.meters.summary("linchpin.lead.time").max()).isBetween(100e3, 300e3);
    assertThat(world.meters.counter("linchpin.missed.deadlines").count()).isEqualTo(2);
  }

  /** Ten steps of each chain. */
  private Set<StepRef> captureChains(int from, int to) {
    Set<StepRef> steps = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      for (int chain = from; chain < to; chain++) {
        steps.add(new StepRef("chain-" + chain, i));
        world.capture(step("chain-" + chain, i, IMPORTANT));
      }
    }
    return steps;
  }

  private void assertEveryStepIsScored(Set<StepRef> published) throws Exception {
    List<StepScored> scores;
    try (Monitor again = world.startMonitor()) {
      scores =
          world.valuesUntil(world.topics.scores(), all -> steps(all).size() == published.size());
      assertThat(again.isRunning()).isTrue();
    }
    assertThat(steps(scores)).isEqualTo(published);
    // Whatever was scored twice was scored alike: identity tells repeats apart from scores.
    Map<StepRef, Double> once =
        scores.stream().collect(toMap(StepScored::step, StepScored::score, (a, b) -> a));
    assertThat(scores).allSatisfy(s -> assertThat(s.score()).isEqualTo(once.get(s.step())));
    assertThat(scores.stream().map(StepScored::probe).collect(toSet())).hasSize(1);
  }

  private static List<StepScored> champions(List<StepScored> scores) {
    return scores.stream().filter(score -> score.status() == ProbeStatus.CHAMPION).toList();
  }

  private static Set<StepRef> steps(List<StepScored> scores) {
    return scores.stream().map(StepScored::step).collect(Collectors.toSet());
  }

  private static long offset(ConsumerRecord<?, ?> record) {
    return record.offset();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
