package dev.linchpin.training;

import dev.linchpin.probe.TrainingReference;
import dev.linchpin.quality.Drift;

/** What a probe met, for drift to be measured against. */
final class References {
  private References() {}

  /**
   * A reference.
   *
   * @param spread of the training side
   * @param test the test side
   * @param scores {@code [test]}, calibrated scores of the test side
   */
  static TrainingReference of(Standardisation spread, Examples test, double[] scores) {
    float[] mean = floats(spread.mean());
    float[] scale = floats(spread.scale());
    double[] distances = Labels.figures(test, row -> TrainingReference.distance(mean, scale, row));
    Drift.Spread distance = Drift.spread(distances);
    return new TrainingReference(
        mean,
        scale,
        Drift.shares(scores, TrainingReference.BINS),
        distance.mean(),
        Math.max(distance.deviation(), Double.MIN_NORMAL));
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
