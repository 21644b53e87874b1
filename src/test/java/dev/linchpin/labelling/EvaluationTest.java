package dev.linchpin.labelling;

import static dev.linchpin.labelling.LabelSamples.MAIN;
import static dev.linchpin.labelling.LabelSamples.reference;
import static dev.linchpin.labelling.LabelSamples.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import dev.linchpin.wire.ProbeEvaluated.Drift;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class EvaluationTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void shouldComputeFiguresByScoresAndVerdicts() {
    // Given
    List<LabelledScore> labels =
        List.of(
            labelled("a", true, 0.9),
            labelled("a", true, 0.6),
            labelled("a", true, 0.1),
            labelled("b", false, 0.2),
            labelled("b", false, 0.8));

    // When
    ProbeEvaluated evaluated =
        new Evaluation(AlarmBounds.DEFAULT)
            .of(tally(9, 5), labels, List.of(given(0.1)), Optional.empty(), NOW);

    // Then
    Figures figures = evaluated.figures();
    assertThat(figures.auroc().orElseThrow()).isCloseTo(3.0 / 6, within(1e-12));
    assertThat(figures.accuracy()).hasValue(3.0 / 5);
    assertThat(figures.balancedAccuracy().orElseThrow())
        .isCloseTo((2.0 / 3 + 1.0 / 2) / 2, within(1e-12));
    assertThat(figures.importantPrecision()).hasValue(1.0 / 2);
    assertThat(figures.importantRecall()).hasValue(1.0 / 3);
    assertThat(figures.removablePrecision()).hasValue(1.0 / 2);
    assertThat(figures.removableRecall()).hasValue(1.0 / 2);
    assertThat(figures.brier().orElseThrow())
        .isCloseTo((0.01 + 0.16 + 0.81 + 0.04 + 0.64) / 5, within(1e-12));
    assertThat(figures.calibrationError().orElseThrow())
        .isCloseTo((0.1 + 0.4 + 0.9 + 0.2 + 0.8) / 5, within(1e-12));
    assertThat(evaluated)
        .extracting(
            ProbeEvaluated::probe,
            ProbeEvaluated::labels,
            ProbeEvaluated::windowLabels,
            ProbeEvaluated::windowChains,
            ProbeEvaluated::pendingSteps,
            ProbeEvaluated::evaluatedAt)
        .containsExactly(MAIN, 5L, 5, 2, 4L, NOW);
  }

  @Test
  void shouldLeaveWhatNeedsBothClassesEmpty() {
    // When
    Figures figures = LabelFigures.of(List.of(labelled("a", true, 0.5)));

    // Then
    assertThat(figures.auroc()).isEmpty();
    assertThat(figures.balancedAccuracy()).isEmpty();
    assertThat(figures.importantPrecision()).isEmpty();
    assertThat(figures.importantRecall()).hasValue(0);
    assertThat(figures.removableRecall()).isEmpty();
    assertThat(figures.accuracy()).hasValue(1);
  }

  @Test
  void shouldCountDelaysWithinTheirBounds() {
    // When
    Delays delays =
        LabelDelays.of(
            new long[] {0, 1_000, 1_001, 59_999, 60_000, 86_400_000, 86_400_001, 400_000_000});

    // Then
    assertThat(delays.countsMs()).containsExactly(2L, 1L, 0L, 0L, 2L, 0L, 0L, 0L, 1L, 2L);
    assertThat(delays.medianMs()).hasValue((59_999 + 60_000) / 2.0);
  }

  @Test
  void shouldMeasureDriftInTheReferencesOwnUnits() {
    // Given
    DriftReference reference = DriftReference.of(reference());
    List<GivenScore> far =
        List.of(
            new GivenScore(0.99, OptionalDouble.of(2.5)),
            new GivenScore(0.95, OptionalDouble.of(1.5)),
            new GivenScore(0.95, NONE));

    // When
    OptionalDouble score = reference.scoreDrift(far);
    OptionalDouble activation = reference.activationDrift(far);

    // Then
    assertThat(score.orElseThrow()).isCloseTo(2 * (1 - 1e-4) * Math.log(1 / 1e-4), within(1e-6));
    assertThat(activation.orElseThrow()).isCloseTo(2, within(1e-12));
    assertThat(reference.scoreDrift(List.of())).isEmpty();
    assertThat(reference.activationDrift(List.of(given(0.5)))).isEmpty();
  }

  @Test
  void shouldAlarmBeyondABoundAndNotAtIt() {
    // Given
    AlarmBounds bounds = AlarmBounds.DEFAULT;

    // When
    List<Alarm> at = bounds.alarms(tally(100, 100), figures(0.7, 0.15), drift(0.25, 1));
    List<Alarm> beyond = bounds.alarms(tally(100, 100), figures(0.69, 0.16), drift(0.26, 1.1));

    // Then
    assertThat(at).isEmpty();
    assertThat(beyond).containsExactly(Alarm.values());
  }

  @Test
  void shouldNotAlarmBeforeThereIsEnough() {
    // Given
    AlarmBounds bounds = AlarmBounds.DEFAULT;

    // When
    List<Alarm> fewScores = bounds.alarms(tally(99, 99), figures(0, 1), drift(9, 9));
    List<Alarm> fewLabels = bounds.alarms(tally(100, 99), figures(0, 1), drift(9, 9));
    List<Alarm> undefined =
        bounds.alarms(
            tally(100, 100),
            new Figures(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE),
            new Drift(100, NONE, NONE));

    // Then
    assertThat(fewScores).isEmpty();
    assertThat(fewLabels).containsExactly(Alarm.SCORE_DRIFT, Alarm.ACTIVATION_DRIFT);
    assertThat(undefined).isEqualTo(Collections.emptyList());
  }

  private static Tally tally(long scored, long labelled) {
    return new Tally(MAIN, scored, labelled, 0, 0, 0, 0, 0);
  }

  private static LabelledScore labelled(String chainId, boolean important, double score) {
    return new LabelledScore(chainId, important, score, verdict(score), 1_000);
  }

  private static GivenScore given(double score) {
    return new GivenScore(score, NONE);
  }

  private static Figures figures(double auroc, double calibrationError) {
    return new Figures(
        OptionalDouble.of(auroc),
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        OptionalDouble.of(calibrationError));
  }

  private static Drift drift(double score, double activation) {
    return new Drift(500, OptionalDouble.of(score), OptionalDouble.of(activation));
  }
}
