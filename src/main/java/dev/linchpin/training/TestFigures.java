package dev.linchpin.training;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Confusion;
import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a probe is on steps that neither its weights nor its choices have seen. All figures are
 * in [0, 1]; one that is not defined, such as the precision of a verdict never given, is NaN.
 *
 * @param auroc area under the ROC curve
 * @param auroc95 its 95 % interval, drawing whole chains
 * @param balancedAccuracy95 95 % interval of the balanced accuracy of {@code half}
 * @param half verdicts of "more likely important than not"
 * @param important verdicts of the upper threshold, important as positive
 * @param removable verdicts of the lower threshold, removable as positive
 * @param brier mean squared error of the calibrated probability
 * @param calibrationError expected calibration error over ten bins
 */
public record TestFigures(
    double auroc,
    Interval auroc95,
    Interval balancedAccuracy95,
    Confusion half,
    Confusion important,
    Confusion removable,
    double brier,
    double calibrationError) {
  private static final int RESAMPLES = 1000;
  private static final double CONFIDENCE = 0.95;

  static TestFigures of(
      Predictions predictions, List<String> chainIds, Thresholds thresholds, long seed) {
    GroupBootstrap bootstrap = new GroupBootstrap(chainIds, RESAMPLES, seed);
    double aboveRemovable = Math.nextUp(thresholds.removableAtMost());
    return new TestFigures(
        predictions.auroc(),
        bootstrap.interval(predictions, Predictions::auroc, CONFIDENCE),
        bootstrap.interval(predictions, drawn -> half(drawn).balancedAccuracy(), CONFIDENCE),
        half(predictions),
        predictions.atLeast(thresholds.importantAtLeast()),
        predictions.atLeast(aboveRemovable).inverted(),
        predictions.brier(),
        predictions.calibrationError());
  }

  private static Confusion half(Predictions predictions) {
    return predictions.atLeast(0.5);
  }

  /** The figures that are defined, by name. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("auroc", auroc);
    metrics.put("auroc95Low", auroc95.low());
    metrics.put("auroc95High", auroc95.high());
    metrics.put("accuracy", half.accuracy());
    metrics.put("balancedAccuracy", half.balancedAccuracy());
    metrics.put("balancedAccuracy95Low", balancedAccuracy95.low());
    metrics.put("balancedAccuracy95High", balancedAccuracy95.high());
    metrics.put("importantPrecision", important.precision());
    metrics.put("importantRecall", important.recall());
    metrics.put("removablePrecision", removable.precision());
    metrics.put("removableRecall", removable.recall());
    metrics.put("brier", brier);
    metrics.put("calibrationError", calibrationError);
    metrics.values().removeIf(value -> value.isNaN());
    return metrics;
  }
}
