package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Live quality of one version of a probe against the labels that came back.
 *
 * @param probe model, name and version
 * @param labels labelled steps that this version had scored, since its first
 * @param windowLabels the latest of them, on which the figures are computed
 * @param windowChains chains that these are of
 * @param figures quality on the window
 * @param pendingSteps scored steps that have no label yet and may still get one
 * @param lostSteps scored steps whose label did not come within the retention
 * @param delays how long labels of the window took
 * @param drift the latest scores against what the probe met in training
 * @param alarms what is beyond its bound, in the order of the enum
 * @param evaluatedAt when this was computed
 */
public record ProbeEvaluated(
    ProbeId probe,
    long labels,
    int windowLabels,
    int windowChains,
    Figures figures,
    long pendingSteps,
    long lostSteps,
    Delays delays,
    Drift drift,
    List<Alarm> alarms,
    Instant evaluatedAt) {
  public ProbeEvaluated {
    alarms = List.copyOf(alarms);
  }

  /** What a person should look at. */
  public enum Alarm {
    SCORE_DRIFT,
    ACTIVATION_DRIFT,
    LOW_AUROC,
    POOR_CALIBRATION
  }

  /**
   * Quality, each in [0, 1], empty where it is not defined.
   *
   * @param auroc area under the ROC curve
   * @param accuracy share of right verdicts at a score of 0.5
   * @param balancedAccuracy mean of both classes' recalls at a score of 0.5
   * @param importantPrecision of the verdict {@code IMPORTANT}
   * @param importantRecall of the verdict {@code IMPORTANT}
   * @param removablePrecision of the verdict {@code REMOVABLE}
   * @param removableRecall of the verdict {@code REMOVABLE}
   * @param brier mean squared error of the scores
   * @param calibrationError expected calibration error over ten bins
   */
  public record Figures(
      OptionalDouble auroc,
      OptionalDouble accuracy,
      OptionalDouble balancedAccuracy,
      OptionalDouble importantPrecision,
      OptionalDouble importantRecall,
      OptionalDouble removablePrecision,
      OptionalDouble removableRecall,
      OptionalDouble brier,
      OptionalDouble calibrationError) {}

  /**
   * How long labels took.
   *
   * @param countsMs how many came within 1 s, 3 s, 10 s, 30 s, 1 min, 5 min, 30 min, 3 h, 1 day,
   *     and later; not cumulative
   * @param medianMs milliseconds; empty without labels
   */
  public record Delays(List<Long> countsMs, OptionalDouble medianMs) {
    public Delays {
      countsMs = List.copyOf(countsMs);
    }
  }

  /**
   * The latest scores against the probe's training.
   *
   * @param windowScores on how many scores this is computed, labelled or not
   * @param score population stability index, 0 without drift; empty without a reference
   * @param activation mean distance from the training data, in deviations above a test step's mean;
   *     empty without a reference
   */
  public record Drift(int windowScores, OptionalDouble score, OptionalDouble activation) {}
}
