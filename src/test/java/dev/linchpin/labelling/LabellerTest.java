package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is disturbed comes to what the undisturbed comes to. */
@Timeout(400)
final class LabellerTest {
  private static final int CHAINS = 40;
  private static final int KILLS = 3;
  private static final long SEED = 20260418;

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static Map<StepRef, StepLabelled> undisturbed;

  private LiveLabels world;
  @TempDir private Path state;

  @BeforeAll
  static void labelUndisturbed() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("broker"));
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    try (LiveLabels calm = new LiveLabels(kafka, registry, "calm.")) {
      calm.score(0, CHAINS);
      calm.ablate(0, CHAINS);
      try (Labeller labeller =
          calm.startLabeller(folder.resolve("calm"), new SimpleMeterRegistry())) {
        undisturbed = last(calm.labelsOf(CHAINS));
        assertThat(labeller.isRunning()).isTrue();
      }
    }
  }

  @AfterAll
  static void stopBroker() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void createWorld(TestInfo test) throws Exception {
    world = new LiveLabels(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldGoOnAfterARestartWithItsStateFromTheCluster() throws Exception {
    // Given
    world.score(0, 30);
    world.ablate(20, CHAINS);
    try (Labeller labeller = world.startLabeller(state.resolve("before"), world.meters)) {
      world.labelsOf(10);
      assertThat(labeller.isRunning()).isTrue();
    }

    // When
    world.score(30, CHAINS);
    world.ablate(0, 20);
    Map<ProbeId, ProbeEvaluated> evaluations;
    try (Labeller again = world.startLabeller(state.resolve("elsewhere"), world.meters)) {
      evaluations = world.evaluationsOf(CHAINS);
      assertThat(again.isRunning()).isTrue();
    }

    // Then
    assertUndisturbed(evaluations);
  }

  @Test
  void shouldShareTheWorkAndHandItOver() throws Exception {
    // Given
    SimpleMeterRegistry first = new SimpleMeterRegistry();
    SimpleMeterRegistry second = new SimpleMeterRegistry();
    world.score(0, 20);
    world.ablate(0, 10);

    // When
    Map<ProbeId, ProbeEvaluated> evaluations;
    Labeller leaver = world.startLabeller(state.resolve("first"), first);
    try (Labeller joiner = world.startLabeller(state.resolve("second"), second)) {
      world.labelsOf(10);
      world.score(20, CHAINS);
      world.ablate(10, 30);
      world.labelsOf(30);
      leaver.close();
      world.ablate(30, CHAINS);
      evaluations = world.evaluationsOf(CHAINS);
      assertThat(joiner.isRunning()).isTrue();
    } finally {
      leaver.close();
    }

    // Then
    assertUndisturbed(evaluations);
    assertThat(labelled(first)).isPositive();
    assertThat(labelled(second)).isPositive();
  }

  @Test
  void shouldLabelExactlyOnceWhenKilledAgainAndAgain() throws Exception {
    // Given
    Random random = new Random(SEED);
    int each = CHAINS / (KILLS + 1);

    // When
    for (int kill = 0; kill < KILLS; kill++) {
      int done = kill * each + 1 + random.nextInt(each - 1);
      Process process = LabellerProcess.start(world, state);
      try {
        add(kill * each, done);
        world.labelsOf(done);
        add(done, (kill + 1) * each);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    add(KILLS * each, CHAINS);
    Map<ProbeId, ProbeEvaluated> evaluations;
    try (Labeller last = world.startLabeller(state, world.meters)) {
      evaluations = world.evaluationsOf(CHAINS);
      assertThat(last.isRunning()).isTrue();
    }

    // Then
    assertUndisturbed(evaluations);
  }

  @Test
  void shouldSayWhichTopicsAreMissing() {
    // Given
    Topics elsewhere = new Topics("elsewhere.", 1);
    try (Labeller labeller =
        new Labeller(world.settings(state), elsewhere, world.meters, Clock.systemUTC())) {

      // When
      ThrowingCallable start = labeller::start;

      // Then
      assertThatThrownBy(start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("elsewhere.ablations", "elsewhere.labels", "linchpin topics");
    }
  }

  @Test
  void shouldRefuseScoresAndAblationsThatCannotMeet() throws Exception {
    // Given
    growTo(5, world.topics.ablations().name());
    try (Labeller labeller =
        new Labeller(world.settings(state), world.topics, world.meters, Clock.systemUTC())) {

      // When
      ThrowingCallable start = labeller::start;

      // Then
      assertThatThrownBy(start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("same number of partitions", "ablations=5", "scores=3");
    }
  }

  /** Returns once the broker shows it. */
  private void growTo(int partitions, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.copyOf(world.client))) {
      admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions))).all().get();
      int shown;
      do {
        TopicDescription now =
            admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        shown = now.partitions().size();
      } while (shown < partitions);
    }
  }

  private void add(int from, int to) {
    world.score(from, to);
    world.ablate(from, to);
  }

  private void assertUndisturbed(Map<ProbeId, ProbeEvaluated> evaluations) {
    List<StepLabelled> labels = world.labelsOf(CHAINS);
    assertThat(last(labels)).isEqualTo(undisturbed);
    assertThat(scoresByStep(labels).values())
        .allSatisfy(sizes -> assertThat(sizes).doesNotHaveDuplicates().isSorted().endsWith(2));
    assertThat(evaluations).containsOnlyKeys(MAIN, SHADOW);
    assertThat(evaluations.values())
        .allSatisfy(
            evaluated -> {
              assertThat(evaluated.labels()).isEqualTo(CHAINS * LiveLabels.STEPS);
              assertThat(evaluated.windowLabels()).isEqualTo(CHAINS * LiveLabels.STEPS);
              assertThat(evaluated.windowChains()).isEqualTo(CHAINS);
              assertThat(evaluated.drift().windowScores()).isEqualTo(CHAINS * LiveLabels.STEPS);
              assertThat(evaluated.pendingSteps()).isZero();
              assertThat(evaluated.lostSteps()).isZero();
            });
  }

  private static Map<StepRef, StepLabelled> last(List<StepLabelled> labels) {
    return labels.stream().collect(toMap(StepLabelled::step, label -> label, (a, b) -> b));
  }

  /** How many scores the labels of each step hold, in their order. */
  private static Map<StepRef, List<Integer>> scoresByStep(List<StepLabelled> labels) {
    return labels.stream()
        .collect(groupingBy(StepLabelled::step, mapping(label -> label.scores().size(), toList())));
  }

  private static double labelled(SimpleMeterRegistry meters) {
    return meters.counter("linchpin.labels", "label", "IMPORTANT").count();
  }
}
