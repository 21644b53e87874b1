package dev.linchpin.training;

import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.probe.TrainingReference;
import java.util.Map;
import java.util.TreeMap;

/**
 * What training gives.
 *
 * @param probe reads raw activations: the standardisation is in its weights
 * @param calibration fitted on the validation side
 * @param thresholds chosen on the validation side
 * @param reference spread of the training side, scores and distances of the test side
 * @param report how it went and how good it is
 */
public record TrainedProbe(
    Probe probe,
    Calibration calibration,
    Thresholds thresholds,
    TrainingReference reference,
    Report report) {

  /**
   * How training went and how good the probe is.
   *
   * @param train the training side before balancing
   * @param validation the side that chose epoch, calibration and thresholds
   * @param test the side of the figures
   * @param epoch the epoch chosen, from 1
   * @param validationAuroc AUROC that chose it
   * @param figures on the test side
   */
  public record Report(
      SideCounts train,
      SideCounts validation,
      SideCounts test,
      int epoch,
      double validationAuroc,
      TestFigures figures) {

    /** All defined figures and counts by name, as a probe's release carries them. */
    public Map<String, Double> metrics() {
      Map<String, Double> metrics = new TreeMap<>(figures.metrics());
      metrics.put("epoch", (double) epoch);
      metrics.put("validationAuroc", validationAuroc);
      putCounts(metrics, "train", train);
      putCounts(metrics, "validation", validation);
      putCounts(metrics, "test", test);
      return metrics;
    }

    private static void putCounts(Map<String, Double> metrics, String side, SideCounts counts) {
      metrics.put(side + "Chains", (double) counts.chains());
      metrics.put(side + "Important", (double) counts.important());
      metrics.put(side + "Removable", (double) counts.removable());
    }
  }
}
