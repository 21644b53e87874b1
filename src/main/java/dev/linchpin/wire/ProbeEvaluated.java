package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Live quality of one version of a probe against the labels that came back.
 *
 * @param probe model, name and version
 * @param labels labelled steps that this version had scored, since its first
 * @param windowLabels the latest of them, on which the figures are computed
 * @param windowChains chains that these are of
 * @param figures quality on the window
 * @param bands how sure these are, and how scores and truth agree
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
    Bands bands,
    long pendingSteps,
    long lostSteps,
    Delays delays,
    Drift drift,
    List<Alarm> alarms,
    Instant evaluatedAt) {
  public ProbeEvaluated {
    alarms = List.copyOf(alarms);
  }

  /** The same evaluation with other bands. */
  public ProbeEvaluated with(Bands newBands) {
    return new ProbeEvaluated(
        probe,
        labels,
        windowLabels,
        windowChains,
        figures,
        newBands,
        pendingSteps,
        lostSteps,
        delays,
        drift,
        alarms,
        evaluatedAt);
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
   * How sure the figures are.
   *
   * @param auroc of the area under the ROC curve, by a bootstrap that draws whole chains; empty
   *     where that is not defined or not known
   * @param accuracy of the share of right verdicts, as above
   * @param calibration ten bins of equal width over [0, 1] in their order; none where not known
   */
  public record Bands(
      Optional<Band> auroc, Optional<Band> accuracy, List<CalibrationBin> calibration) {
    /** Nothing is known. */
    public static final Bands NONE = new Bands(Optional.empty(), Optional.empty(), List.of());

    public Bands {
      calibration = List.copyOf(calibration);
    }
  }

  /**
   * A 95 % interval.
   *
   * @param low lower bound, in [0, 1]
   * @param high upper bound, in [0, 1]
   */
  public record Band(double low, double high) {}

  /**
   * The labels of the window whose score lies in one part of [0, 1].
   *
   * @param from lower bound of the scores, within the bin
   * @param to upper bound of the scores, within the bin only if it is 1
   * @param count how many these are
   * @param meanScore mean of their scores, in [0, 1]; empty without any
   * @param importantShare share of them that are important, in [0, 1]; empty without any
   * @param band of that share, by Wilson; empty without any
   */
  public record CalibrationBin(
      double from,
      double to,
      int count,
      OptionalDouble meanScore,
      OptionalDouble importantShare,
      Optional<Band> band) {}

  /**
   * How long labels took.
   *
   * @param countsMs how many came within each of {@link #BOUNDS} and not within the one before, and
   *     how many later
   * @param medianMs milliseconds; empty without labels
   */
  public record Delays(List<Long> countsMs, OptionalDouble medianMs) {
    /** Upper bounds of all counts but the last, each within its count. */
    public static final List<Duration> BOUNDS =
        List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(3),
            Duration.ofDays(1));

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
