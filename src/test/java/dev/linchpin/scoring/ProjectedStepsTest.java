package dev.linchpin.scoring;

import static dev.linchpin.probe.ProbeStatus.CHALLENGER;
import static dev.linchpin.probe.ProbeStatus.CHAMPION;
import static dev.linchpin.probe.ProbeStatus.RETIRED;
import static dev.linchpin.scoring.Samples.COMPLETED;
import static dev.linchpin.scoring.Samples.MODEL;
import static dev.linchpin.scoring.Samples.WEIGHTS;
import static dev.linchpin.scoring.Samples.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.StepProjected;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps of which only the first layer came. */
final class ProjectedStepsTest {
  private ScoringWorld world;

  @BeforeEach
  void open() throws Exception {
    world = new ScoringWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldScoreAndFlagByTheProbeNamed() {
    // Given
    world.publish(probe("main", 1, CHAMPION), probe("main", 2, CHALLENGER));

    // When
    world.capture(projected(1, WEIGHTS, 4));

    // Then
    assertThat(world.scores())
        .singleElement()
        .satisfies(
            score -> {
              assertThat(score.score()).isEqualTo(1 / (1 + Math.exp(-4)));
              assertThat(score.probe().version()).isEqualTo(1);
              assertThat(score.status()).isEqualTo(CHAMPION);
              assertThat(score.activationDistance()).hasValue(1.5);
            });
    assertThat(world.importantAlerts()).hasSize(1);
    assertThat(world.lowImportanceAlerts()).isEmpty();
  }

  @Test
  void shouldFlagByTheFormerChampionUntilItIsRetired() {
    // Given
    world.publish(probe("main", 1, CHAMPION), probe("main", 2, CHAMPION));

    // When
    world.capture(projected(1, WEIGHTS, 4));

    // Then
    assertThat(world.importantAlerts()).hasSize(1);
  }

  @Test
  void shouldNotFlagByAChallenger() {
    // Given
    world.publish(probe("main", 1, CHALLENGER));

    // When
    world.capture(projected(1, WEIGHTS, 4));

    // Then
    assertThat(world.scores()).hasSize(1);
    assertThat(world.importantAlerts()).isEmpty();
  }

  @Test
  void shouldCountStepsOfAProbeThatIsNotLive() {
    // Given
    world.publish(probe("main", 1, RETIRED), probe("main", 2, CHAMPION));

    // When
    world.capture(projected(1, WEIGHTS, 4));

    // Then
    assertUnscored("PROJECTED_FOR_OTHER_PROBE");
  }

  @Test
  void shouldCountStepsOfAModelWithoutProbe() {
    // When
    world.capture(projected(1, WEIGHTS, 4));

    // Then
    assertUnscored("NO_PROBE");
  }

  @Test
  void shouldSetStepsOfOtherWeightsAside() {
    assertRejected(projected(1, "beef", 4), "PROBE_FOR_OTHER_WEIGHTS", "expected weights f00d");
  }

  @Test
  void shouldSetAnotherNumberOfValuesAside() {
    assertRejected(
        projected(1, WEIGHTS, 4, 4), "TENSOR_LENGTH", "expected 1 values of the first layer");
  }

  @Test
  void shouldSetValuesThatAreNotFiniteAside() {
    assertRejected(
        projected(1, WEIGHTS, Float.NaN),
        "NON_FINITE_ACTIVATIONS",
        "expected finite values, got NaN at unit 0");
  }

  private void assertUnscored(String reason) {
    assertThat(world.scores()).isEmpty();
    assertThat(world.deadLetters()).isEmpty();
    assertThat(world.count("linchpin.steps.unscored", "reason", reason)).isEqualTo(1);
  }

  private void assertRejected(StepProjected step, String reason, String message) {
    world.publish(probe("main", 1, ProbeStatus.CHAMPION));
    world.capture(step);
    assertThat(world.scores()).isEmpty();
    assertThat(world.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              DeadLetter read = DeadLetter.of(letter.headers());
              assertThat(read.reason()).isEqualTo(reason);
              assertThat(read.message()).contains(message);
            });
  }

  private static StepProjected projected(int version, String weights, float... values) {
    return new StepProjected(
        new StepRef("a", 0),
        weights,
        COMPLETED,
        new ProbeId(MODEL, "main", version),
        OptionalDouble.of(1.5),
        values);
  }
}
