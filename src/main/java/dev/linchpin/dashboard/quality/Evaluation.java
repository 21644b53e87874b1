package dev.linchpin.dashboard.quality;

import dev.linchpin.wire.ProbeEvaluated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * An evaluation; the figures are those of {@link ProbeEvaluated}, empty where not defined. Low and
 * high are 95 % intervals.
 *
 * @param calibration ten bins of scores over [0, 1]; none where not known
 * @param delays how long labels took
 * @param drift the latest scores against the probe's training
 * @param alarms what is beyond its bound
 */
public record Evaluation(
    long labels,
    int windowLabels,
    int windowChains,
    OptionalDouble auroc,
    OptionalDouble aurocLow,
    OptionalDouble aurocHigh,
    OptionalDouble accuracy,
    OptionalDouble accuracyLow,
    OptionalDouble accuracyHigh,
    OptionalDouble balancedAccuracy,
    OptionalDouble importantPrecision,
    OptionalDouble importantRecall,
    OptionalDouble removablePrecision,
    OptionalDouble removableRecall,
    OptionalDouble brier,
    OptionalDouble calibrationError,
    List<Bin> calibration,
    long pendingSteps,
    long lostSteps,
    Delays delays,
    ProbeEvaluated.Drift drift,
    List<ProbeEvaluated.Alarm> alarms,
    Instant evaluatedAt) {

  /**
   * The labels whose score lies in one part of [0, 1].
   *
   * @param from lower bound of the scores
   * @param to upper bound of the scores
   * @param count how many these are
   * @param meanScore mean of their scores; empty without any
   * @param importantShare share of them that are important; empty without any
   * @param low lower bound of that share's 95 % interval
   * @param high upper bound of that share's 95 % interval
   */
  public record Bin(
      double from,
      double to,
      int count,
      OptionalDouble meanScore,
      OptionalDouble importantShare,
      OptionalDouble low,
      OptionalDouble high) {

    static Bin of(ProbeEvaluated.CalibrationBin bin) {
      return new Bin(
          bin.from(),
          bin.to(),
          bin.count(),
          bin.meanScore(),
          bin.importantShare(),
          QualityPoint.low(bin.band()),
          QualityPoint.high(bin.band()));
    }
  }

  /**
   * How long labels took.
   *
   * @param boundsMs upper bounds of the counts, milliseconds
   * @param counts labels by bound, one more than bounds; not cumulative
   * @param medianMs milliseconds; empty without labels
   */
  public record Delays(List<Long> boundsMs, List<Long> counts, OptionalDouble medianMs) {
    static Delays of(ProbeEvaluated.Delays delays) {
      return new Delays(
          ProbeEvaluated.Delays.BOUNDS.stream().map(Duration::toMillis).toList(),
          delays.countsMs(),
          delays.medianMs());
    }
  }

  static Evaluation of(ProbeEvaluated evaluated) {
    ProbeEvaluated.Figures figures = evaluated.figures();
    ProbeEvaluated.Bands bands = evaluated.bands();
    return new Evaluation(
        evaluated.labels(),
        evaluated.windowLabels(),
        evaluated.windowChains(),
        figures.auroc(),
        QualityPoint.low(bands.auroc()),
        QualityPoint.high(bands.auroc()),
        figures.accuracy(),
        QualityPoint.low(bands.accuracy()),
        QualityPoint.high(bands.accuracy()),
        figures.balancedAccuracy(),
        figures.importantPrecision(),
        figures.importantRecall(),
        figures.removablePrecision(),
        figures.removableRecall(),
        figures.brier(),
        figures.calibrationError(),
        bands.calibration().stream().map(Bin::of).toList(),
        evaluated.pendingSteps(),
        evaluated.lostSteps(),
        Delays.of(evaluated.delays()),
        evaluated.drift(),
        evaluated.alarms(),
        evaluated.evaluatedAt());
  }
}
