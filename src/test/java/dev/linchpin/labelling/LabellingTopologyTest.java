package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.ABLATED;
import static dev.linchpin.labelling.LabelSamples.COMPLETED;
import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.SHADOW;
import static dev.linchpin.labelling.LabelSamples.ablated;
import static dev.linchpin.labelling.LabelSamples.scored;
import static dev.linchpin.labelling.LabelSamples.withoutLabels;
import static dev.linchpin.reasoning.StepLabel.IMPORTANT;
import static dev.linchpin.reasoning.StepLabel.REMOVABLE;
import static dev.linchpin.reasoning.StepLabel.UNLABELLED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabellingTopologyTest {
  @TempDir private Path folder;
  private LabelsWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new LabelsWorld(folder);
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldBeTheTopologyThatWasReviewed() throws IOException {
    // Given
    Map<String, String> client = Map.of("schema.registry.url", "http://nowhere");
    LabellingTopology labelling =
        new LabellingTopology(
            Topics.DEFAULT,
            new LabellingSettings("linchpin-labels", client, 1, LabellingRules.DEFAULT),
            new SimpleMeterRegistry(),
            Clock.systemUTC(),
            new Patience(time -> {}, () -> false));

    // When
    Topology topology = labelling.build(StoreKind.PERSISTENT);

    // Then
    assertThat(topology.describe().toString().strip()).isEqualTo(reviewed());
  }

  @Test
  void shouldLabelEachStepUnderItsChainWhenTheAblationComes() {
    // Given
    world.score(scored("a", 0, 0.9), scored("a", 1, 0.1));

    // When
    world.ablate(ablated("a", IMPORTANT, REMOVABLE));

    // Then
    List<TestRecord<byte[], StepLabelled>> labels = world.records(world.topics.labels());
    assertThat(labels).extracting(TestRecord::key).containsOnly("a".getBytes(UTF_8));
    assertThat(labels)
        .extracting(TestRecord::value)
        .containsExactly(
            new StepLabelled(
                new StepRef("a", 0),
                "tiny",
                "f00d",
                IMPORTANT,
                AblationMethod.INFLUENCE,
                AttainabilityMeasure.WORST_STEP,
                new LogAddress(2, 100),
                COMPLETED,
                ABLATED,
                List.of(
                    new StepLabelled.Score(MAIN, ProbeStatus.CHAMPION, 0.9, Verdict.IMPORTANT))),
            new StepLabelled(
                new StepRef("a", 1),
                "tiny",
                "f00d",
                REMOVABLE,
                AblationMethod.INFLUENCE,
                AttainabilityMeasure.WORST_STEP,
                new LogAddress(2, 101),
                COMPLETED,
                ABLATED,
                List.of(
                    new StepLabelled.Score(MAIN, ProbeStatus.CHAMPION, 0.1, Verdict.REMOVABLE))));
  }

  @Test
  void shouldLabelAgainWithAllScoresWhenAFurtherProbesScoreComesLate() {
    // Given
    world.ablate(ablated("a", IMPORTANT));
    world.score(scored("a", 0, SHADOW, 0.4));

    // When
    world.score(scored("a", 0, MAIN, 0.9));

    // Then
    List<StepLabelled> labels = world.labels();
    assertThat(labels)
        .extracting(label -> label.scores().stream().map(StepLabelled.Score::probe).toList())
        .containsExactly(List.of(SHADOW), List.of(MAIN, SHADOW));
    assertThat(labels).extracting(StepLabelled::ablatedAt).containsOnly(ABLATED);
    assertThat(world.count("linchpin.labels", "label", "IMPORTANT")).isEqualTo(1);
    assertThat(world.count("linchpin.labels.replaced")).isEqualTo(1);
  }

  @Test
  void shouldCountRepeatsAndIgnoreThem() {
    // Given
    world.score(scored("a", 0, 0.9), scored("a", 0, 0.9));
    world.ablate(ablated("a", IMPORTANT), ablated("a", REMOVABLE));

    // When
    world.score(scored("a", 0, 0.9));

    // Then
    assertThat(world.labels()).extracting(StepLabelled::label).containsExactly(IMPORTANT);
    assertThat(world.count("linchpin.label.duplicates", "source", "SCORES")).isEqualTo(2);
    assertThat(world.count("linchpin.label.duplicates", "source", "ABLATIONS")).isEqualTo(1);
    ProbeEvaluated evaluated = world.evaluation(MAIN);
    assertThat(evaluated.labels()).isEqualTo(1);
    assertThat(evaluated.drift().windowScores()).isEqualTo(1);
    assertThat(evaluated.pendingSteps()).isZero();
  }

  @Test
  void shouldPassOverAblationsOfAnotherMethodOrMeasure() {
    // Given
    world.score(scored("a", 0, 0.9));

    // When
    world.ablate(
        ablated("a", AblationMethod.RANDOM, AttainabilityMeasure.WORST_STEP, List.of(REMOVABLE)),
        ablated(
            "a",
            AblationMethod.INFLUENCE,
            AttainabilityMeasure.MEAN_PERPLEXITY,
            List.of(REMOVABLE)));

    // Then
    assertThat(world.labels()).isEmpty();
    assertThat(world.count("linchpin.ablations.passed.over")).isEqualTo(2);
    assertThat(world.size(ChainStores.ABLATED_CHAINS)).isZero();
    assertThat(world.evaluation(MAIN).pendingSteps()).isEqualTo(1);
  }

  @Test
  void shouldSettleStepsThatWillNeverBeLabelled() {
    // Given
    world.score(scored("a", 0, 0.9), scored("a", 1, 0.9), scored("b", 0, 0.9));

    // When
    world.ablate(ablated("a", UNLABELLED, IMPORTANT), withoutLabels("b", Outcome.NOT_NECESSARY));

    // Then
    assertThat(world.labels()).extracting(StepLabelled::step).containsExactly(new StepRef("a", 1));
    ProbeEvaluated evaluated = world.evaluation(MAIN);
    assertThat(evaluated.labels()).isEqualTo(1);
    assertThat(evaluated.pendingSteps()).isZero();
    assertThat(evaluated.lostSteps()).isZero();
  }

  @Test
  void shouldLabelAfterDaysWithinTheRetention() {
    // Given
    world.score(scored("a", 0, 0.9));

    // When
    world.pass(Duration.ofDays(6));
    world.score(scored("other", 0, 0.9));
    world.pass(Duration.ofHours(23));
    world.ablate(ablated("a", IMPORTANT));

    // Then
    assertThat(world.labels()).hasSize(1);
    assertThat(world.count("linchpin.labels.lost", "reason", "NO_ABLATION")).isZero();
  }

  @Test
  void shouldForgetAndCountWhatNeverMetItsOtherHalf() {
    // Given
    world.score(
        scored("lost", 0, MAIN, 0.9), scored("lost", 0, SHADOW, 0.9), scored("lost", 1, 0.2));
    world.ablate(ablated("unscored", IMPORTANT), ablated("complete", IMPORTANT));
    world.score(scored("complete", 0, 0.8));

    // When
    world.pass(Duration.ofDays(8));
    world.score(scored("today", 0, 0.5));

    // Then
    assertThat(world.count("linchpin.labels.lost", "reason", "NO_ABLATION")).isEqualTo(2);
    assertThat(world.count("linchpin.labels.lost", "reason", "NO_SCORE")).isEqualTo(1);
    assertThat(world.count("linchpin.label.chains.completed")).isEqualTo(1);
    assertThat(world.size(ChainStores.SCORED_STEPS)).isEqualTo(1);
    assertThat(world.size(ChainStores.ABLATED_CHAINS)).isZero();
    assertThat(world.size(ChainStores.CHAIN_TIMES)).isEqualTo(1);
    ProbeEvaluated evaluated = world.evaluation(MAIN);
    assertThat(evaluated.lostSteps()).isEqualTo(2);
    assertThat(evaluated.labels()).isEqualTo(1);
    assertThat(evaluated.pendingSteps()).isEqualTo(1);
  }

  @Test
  void shouldKeepAChainWhileItHasEvents() {
    // Given
    for (int day = 0; day < 20; day += 5) {
      world.score(scored("long", day, 0.9));
      world.pass(Duration.ofDays(5));
    }

    // When
    world.ablate(ablated("long", IMPORTANT));

    // Then
    assertThat(world.labels()).hasSize(1);
    assertThat(world.count("linchpin.labels.lost", "reason", "NO_ABLATION")).isZero();
  }

  @Test
  void shouldKeepItsStateBoundedOverManyChains() throws IOException {
    // Given
    int chains = 2_000;
    int most = 0;
    try (LabelsWorld small =
        new LabelsWorld(folder.resolve("small"), LabelsWorld.rules(Duration.ofSeconds(10), 100))) {

      // When
      for (int i = 0; i < chains; i++) {
        small.score(scored("chain-" + i, 0, 0.9));
        if (i % 2 == 0) {
          small.ablate(ablated("chain-" + i, IMPORTANT));
        }
        small.pass(Duration.ofSeconds(1));
        most = Math.max(most, small.chainState());
      }

      // Then
      // 10 s and 1 s until the next sweep, at 2 or 3 entries a chain.
      assertThat(most).isBetween(20, 12 * 3);
      assertThat(small.size(ProbeStores.SCORE_WINDOW)).isEqualTo(100);
      assertThat(small.size(ProbeStores.LABELLED_WINDOW)).isEqualTo(100);
      assertThat(small.size(ProbeStores.TALLIES)).isEqualTo(1);
      assertThat(small.evaluation(MAIN).labels()).isEqualTo(chains / 2);
    }
  }

  @Test
  void shouldMeasureTheDelayOfLabels() {
    // Given
    world.score(scored("a", 0, 0.9), scored("a", 1, 0.9));

    // When
    world.ablate(ablated("a", IMPORTANT, REMOVABLE));

    // Then
    assertThat(world.meters.timer("linchpin.label.delay").count()).isEqualTo(2);
    assertThat(world.meters.timer("linchpin.label.delay").max(TimeUnit.SECONDS)).isEqualTo(60);
  }

  private static String reviewed() throws IOException {
    try (InputStream file = LabellingTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }
}
