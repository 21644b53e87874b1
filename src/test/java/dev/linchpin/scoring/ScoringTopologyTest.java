package dev.linchpin.scoring;

import static dev.linchpin.probe.ProbeStatus.CHALLENGER;
import static dev.linchpin.probe.ProbeStatus.CHAMPION;
import static dev.linchpin.probe.ProbeStatus.RETIRED;
import static dev.linchpin.scoring.Samples.COMPLETED;
import static dev.linchpin.scoring.Samples.IMPORTANT;
import static dev.linchpin.scoring.Samples.NOW;
import static dev.linchpin.scoring.Samples.REMOVABLE;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.UNCERTAIN;
import static dev.linchpin.scoring.Samples.WEIGHTS;
import static dev.linchpin.scoring.Samples.champion;
import static dev.linchpin.scoring.Samples.probe;
import static dev.linchpin.scoring.Samples.release;
import static dev.linchpin.scoring.Samples.step;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScoringTopologyTest {
  private ScoringWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new ScoringWorld();
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldBeTheTopologyThatWasReviewed() throws IOException {
    // Given
    WireFormat wire = new WireFormat(Map.of("schema.registry.url", "http://nowhere"));
    Patience patience = new Patience(time -> {}, () -> false);
    ScoringTopology scoring =
        new ScoringTopology(
            Topics.DEFAULT,
            ScoringMode.live(Topics.DEFAULT, Clock.systemUTC()),
            wire,
            new SimpleMeterRegistry(),
            Clock.systemUTC(),
            patience);

    // When
    Topology topology = scoring.build();

    // Then
    assertThat(topology.describe().toString().strip()).isEqualTo(reviewed());
  }

  @Test
  void shouldScoreAStepUnderItsChainWithProbeAndAddress() {
    // Given
    world.publish(champion("main", 3));

    // When
    world.capture(step("chain-1", 0, UNCERTAIN), step("chain-1", 1, IMPORTANT));

    // Then
    List<TestRecord<byte[], StepScored>> scores = world.records(world.topics.scores());
    assertThat(scores).hasSize(2);
    assertThat(scores.get(1).key()).isEqualTo("chain-1".getBytes(UTF_8));
    assertThat(scores.get(1).getRecordTime()).isEqualTo(NOW);
    StepScored scored = scores.get(1).value();
    assertThat(scored.score()).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-9));
    assertThat(scored)
        .isEqualTo(
            new StepScored(
                new StepRef("chain-1", 1),
                champion("main", 3).id(),
                CHAMPION,
                scored.score(),
                Verdict.IMPORTANT,
                COMPLETED,
                NOW,
                new LogAddress(0, 1),
                OptionalDouble.empty()));
  }

  @Test
  void shouldFlagWhatIsBeyondAThresholdAndNothingElse() {
    // Given
    world.publish(champion("main", 1));

    // When
    world.capture(
        step("chain-1", 0, REMOVABLE),
        step("chain-1", 1, UNCERTAIN),
        step("chain-1", 2, IMPORTANT));

    // Then
    assertThat(world.scores())
        .extracting(StepScored::verdict)
        .containsExactly(Verdict.REMOVABLE, Verdict.UNCERTAIN, Verdict.IMPORTANT);
    StepFlagged low = world.lowImportanceAlerts().get(0);
    assertThat(low.step()).isEqualTo(new StepRef("chain-1", 0));
    assertThat(low.verdict()).isEqualTo(Verdict.REMOVABLE);
    assertThat(low.threshold()).isEqualTo(0.25);
    StepFlagged important = world.importantAlerts().get(0);
    assertThat(important.step()).isEqualTo(new StepRef("chain-1", 2));
    assertThat(important.verdict()).isEqualTo(Verdict.IMPORTANT);
    assertThat(important.threshold()).isEqualTo(0.75);
    assertThat(world.lowImportanceAlerts()).isEmpty();
    assertThat(world.importantAlerts()).isEmpty();
  }

  @Test
  void shouldScoreWithChallengersInTheShadow() {
    // Given
    world.publish(probe("shadow", 9, CHALLENGER), champion("main", 1));

    // When
    world.capture(step("chain-1", 0, REMOVABLE));

    // Then
    assertThat(world.scores())
        .extracting(score -> score.probe().name() + " " + score.status())
        .containsExactly("main CHAMPION", "shadow CHALLENGER");
    assertThat(world.lowImportanceAlerts())
        .extracting(flag -> flag.probe().name())
        .containsExactly("main");
  }

  @Test
  void shouldNotFlagWithoutAChampion() {
    // Given
    world.publish(probe("shadow", 1, CHALLENGER));

    // When
    world.capture(step("chain-1", 0, REMOVABLE));

    // Then
    assertThat(world.scores()).extracting(StepScored::status).containsExactly(CHALLENGER);
    assertThat(world.lowImportanceAlerts()).isEmpty();
  }

  @Test
  void shouldLetTheLatestOfTwoChampionsFlag() {
    // Given
    world.publish(champion("new", 5), champion("old", 4));

    // When
    world.capture(step("chain-1", 0, REMOVABLE));

    // Then
    assertThat(world.scores())
        .extracting(score -> score.probe().name() + " " + score.status())
        .containsExactly("new CHAMPION", "old CHALLENGER");
    assertThat(world.lowImportanceAlerts())
        .extracting(flag -> flag.probe().name())
        .containsExactly("new");
  }

  @Test
  void shouldSwapProbesInMidChain() {
    // Given
    world.publish(champion("main", 1));
    world.capture(step("chain-1", 0, IMPORTANT));

    // When
    world.publish(champion("main", 2));
    world.capture(step("chain-1", 1, IMPORTANT));
    world.publish(champion("main", 1).retired());
    world.capture(step("chain-1", 2, IMPORTANT));
    world.publish(champion("main", 1).promoted(NOW.plusSeconds(100)));
    world.capture(step("chain-1", 3, IMPORTANT));

    // Then
    assertThat(world.scores())
        .filteredOn(score -> score.status() == CHAMPION)
        .extracting(score -> score.step().stepIndex() + " by v" + score.probe().version())
        .containsExactly("0 by v1", "1 by v2", "2 by v2", "3 by v1");
    assertThat(world.count("linchpin.probe.swaps", "outcome", "loaded")).isEqualTo(4);
  }

  @Test
  void shouldTakeAProbeAwayByItsTombstone() {
    // Given
    world.publish(champion("main", 1), probe("shadow", 1, CHALLENGER));

    // When
    world.publish("tiny/main/1", null);
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertThat(world.scores()).extracting(score -> score.probe().name()).containsExactly("shadow");
    assertThat(world.count("linchpin.probe.swaps", "outcome", "removed")).isEqualTo(1);
  }

  @Test
  void shouldNotUseARetiredProbe() {
    // Given
    world.publish(champion("main", 1));

    // When
    world.publish(probe("main", 1, RETIRED));
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertThat(world.scores()).isEmpty();
    assertThat(world.count("linchpin.steps.unscored", "reason", "NO_PROBE")).isEqualTo(1);
  }

  @Test
  void shouldKeepThePreviousVersionWhenAProbeCannotBeDecoded() {
    // Given
    world.publish(champion("main", 1));
    byte[] whole = world.bytes(champion("main", 2));

    // When
    world.publish("tiny/main/1", Arrays.copyOf(whole, whole.length - 3));
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertStillVersionOne();
  }

  @Test
  void shouldKeepThePreviousVersionWhenAProbeHasNoFiniteWeights() {
    // Given
    world.publish(champion("main", 1));
    LinearProbe broken = new LinearProbe(new float[] {1, Float.NaN, 1, 1}, 0);

    // When
    world.publish(release("main", 2, CHAMPION, WEIGHTS, SHAPE, broken));
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertStillVersionOne();
  }

  @Test
  void shouldKeepThePreviousVersionWhenAProbeIsPublishedUnderAnotherKey() {
    // Given
    world.publish(champion("main", 1));

    // When
    world.publish("tiny/main/1", world.bytes(champion("other", 2)));
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertStillVersionOne();
  }

  @Test
  void shouldCountAndSkipAStepOfAModelWithoutProbe() {
    // When
    world.capture(step("chain-1", 0, IMPORTANT));

    // Then
    assertThat(world.scores()).isEmpty();
    assertThat(world.deadLetters()).isEmpty();
    assertThat(world.count("linchpin.steps.unscored", "reason", "NO_PROBE")).isEqualTo(1);
  }

  @Test
  void shouldWaitForARegistryThatIsAwayAndLoseNothing() {
    // Given
    byte[] probe = world.bytes(champion("main", 1));
    byte[] first = world.bytes(step("chain-1", 0, IMPORTANT));

    // When
    world.registry.beAwayFor(2);
    world.publish("tiny/main/1", probe);
    world.registry.beAwayFor(3);
    world.capture("chain-1".getBytes(UTF_8), first);

    // Then
    assertThat(world.waits)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 100L, 200L, 400L);
    assertThat(world.scores()).hasSize(1);
    assertThat(world.importantAlerts()).hasSize(1);
    assertThat(world.deadLetters()).isEmpty();
  }

  @Test
  void shouldMeasureScoresAlertsAndLatency() {
    // Given
    world.publish(champion("main", 1), probe("shadow", 1, CHALLENGER));

    // When
    world.capture(step("chain-1", 0, REMOVABLE), step("chain-1", 1, IMPORTANT));

    // Then
    assertThat(world.count("linchpin.steps.scored", "status", "CHAMPION")).isEqualTo(2);
    assertThat(world.count("linchpin.steps.scored", "status", "CHALLENGER")).isEqualTo(2);
    assertThat(world.count("linchpin.alerts", "verdict", "REMOVABLE")).isEqualTo(1);
    assertThat(world.count("linchpin.alerts", "verdict", "IMPORTANT")).isEqualTo(1);
    assertThat(world.meters.timer("linchpin.score.latency").mean(TimeUnit.MILLISECONDS))
        .isEqualTo(7);
  }

  private void assertStillVersionOne() {
    assertThat(world.scores()).extracting(score -> score.probe().version()).containsExactly(1);
    assertThat(world.count("linchpin.probe.swaps", "outcome", "refused")).isEqualTo(1);
    assertThat(world.deadLetters()).isEmpty();
  }

  private static String reviewed() throws IOException {
    try (InputStream file = ScoringTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }
}
