package dev.linchpin.dashboard.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watch on a real broker. */
@Timeout(180)
final class FlowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Instance> INSTANCES = List.of(new Instance("localhost:1", true, 3));

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private final Flow flow = new Flow();
  private LiveTopics world;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void close() {
    flow.stop();
    world.close();
  }

  @Test
  void shouldCountRecordsThatComeAndDeadLettersThatWereThere() {
    // Given
    letter("MALFORMED");
    letter("MALFORMED");
    letter("NO_PROBE");
    watch();
    FlowReport before =
        await(report -> report.deadLetters().total() == 3 && !report.rates().isEmpty());

    // When
    for (int i = 0; i < 40; i++) {
      world.send(world.topics.steps(), "c" + i, new byte[1]);
    }
    letter("NO_PROBE");

    // Then
    FlowReport after = await(report -> steps(report) == 40 && report.deadLetters().total() == 4);
    assertThat(before.deadLetters().byReason()).isEqualTo(Map.of("MALFORMED", 2L, "NO_PROBE", 1L));
    assertThat(after.deadLetters().byReason()).containsEntry("NO_PROBE", 2L);
    assertThat(after.instances()).isEqualTo(INSTANCES);
    assertThat(after.rates()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  @Test
  void shouldSayHowFarGroupsAreBehindInTopicsOfTheCatalogue() throws Exception {
    // Given
    Topic<?> steps = world.topics.steps();
    for (int i = 0; i < 5; i++) {
      world.append(steps, 1, new byte[1]);
    }
    String group = world.topics.prefix() + "readers";
    commit(group, new TopicPartition(steps.name(), 1), 2);

    // When
    watch();

    // Then
    FlowReport report = await(found -> !lagOf(group, found).isEmpty());
    assertThat(lagOf(group, report))
        .containsExactly(new Lag(group, steps.name(), 3, OptionalInt.of(0)));
    assertThat(report.groupsLeftOut()).isZero();
    assertThat(report.lag()).allMatch(lag -> lag.topic().startsWith(world.topics.prefix()));
  }

  @Test
  void shouldShowNodesThatReportedBeforeAndThatReportNow() {
    // Given
    Instant now = Instant.now();
    report("before", now);
    flow.start(cluster(), InstantSource.fixed(now), () -> INSTANCES);
    FlowReport first = await(found -> !found.nodes().isEmpty());

    // When
    report("now", now);

    // Then
    FlowReport second = await(found -> found.nodes().size() == 2);
    assertThat(first.nodes()).extracting(NodeStatus::node).containsExactly("before");
    assertThat(second.nodes())
        .extracting(NodeStatus::node, NodeStatus::silent)
        .containsExactly(tuple("before", false), tuple("now", false));
  }

  @Test
  void shouldRefuseBeforeItStartsAndAfterItStops() {
    // Given
    watch();
    assertThat(await(report -> true).lag()).isNotNull();

    // When
    flow.stop();

    // Then
    assertThatThrownBy(flow::report)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has not started");
  }

  @Test
  void shouldAnswerThatNothingIsKnownWhileTheClusterIsAway() {
    // Given
    Map<String, Object> nobody = new HashMap<>(world.client);
    nobody.put("bootstrap.servers", "127.0.0.1:1");

    // When
    flow.start(new Cluster(nobody, world.topics), InstantSource.system(), () -> INSTANCES);

    // Then
    assertThatThrownBy(flow::report)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has not said yet");
  }

  private void watch() {
    flow.start(cluster(), InstantSource.system(), () -> INSTANCES);
  }

  private Cluster cluster() {
    return new Cluster(world.client, world.topics);
  }

  private FlowReport await(Predicate<FlowReport> wanted) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Optional<FlowReport> report = reportOf(flow).filter(wanted);
      if (report.isPresent()) {
        return report.get();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("not within " + PATIENCE + ": " + reportOf(flow));
  }

  /** What is known, if anything is. */
  static Optional<FlowReport> reportOf(Flow flow) {
    try {
      return Optional.of(flow.report());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Steps that came after the first rates: each rate times the time that it is about. */
  private static long steps(FlowReport report) {
    double sum = 0;
    for (int i = 1; i < report.rates().size(); i++) {
      Duration since = Duration.between(report.rates().get(i - 1).at(), report.rates().get(i).at());
      sum += report.rates().get(i).steps().orElse(0) * since.toNanos() / 1e9;
    }
    return Math.round(sum);
  }

  private static List<Lag> lagOf(String group, FlowReport report) {
    return report.lag().stream().filter(lag -> lag.group().equals(group)).toList();
  }

  private void letter(String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(world.topics.deadLetters().name(), new byte[] {1});
    letter.headers().add(DeadLetter.REASON, reason.getBytes(UTF_8));
    world.send(letter);
  }

  private void report(String node, Instant at) {
    NodeReported sample = SampleEvents.nodeReported();
    world.send(
        world.topics.nodes(),
        node,
        new NodeReported(
            new NodeReported.Node(node, NodeReported.Role.INFERENCE, "tiny", "f", at),
            sample.state(),
            sample.chains(),
            sample.bufferUsedBytes(),
            sample.bufferBytes(),
            sample.tokensPerSecond(),
            at));
  }

  private void commit(String group, TopicPartition partition, long offset) throws Exception {
    try (Admin admin = Admin.create(new HashMap<>(world.client))) {
      admin
          .alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }
}
