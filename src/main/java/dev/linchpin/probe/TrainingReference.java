package dev.linchpin.probe;

import dev.linchpin.kernel.Kernel;
import dev.linchpin.kernel.Spread;

/**
 * What a probe met when it was trained; drift is measured against it.
 *
 * @param mean {@code [inputs]} of the training data
 * @param scale {@code [inputs]}, one over the standard deviation, or 0 where an input does not vary
 * @param scoreShares {@code [10]}, share of the test steps' scores in bins of equal width over [0,
 *     1]
 * @param distanceMean mean {@link #distance} of a test step
 * @param distanceDeviation standard deviation of that distance, above 0
 */
public record TrainingReference(
    float[] mean,
    float[] scale,
    double[] scoreShares,
    double distanceMean,
    double distanceDeviation) {
  /** Bins of the scores. */
  public static final int BINS = 10;

  public TrainingReference {
    if (mean.length != scale.length || scoreShares.length != BINS) {
      throw new IllegalArgumentException(
          "expected as many means as scales and %d shares, got %d, %d and %d"
              .formatted(BINS, mean.length, scale.length, scoreShares.length));
    }
    if (!(Double.isFinite(distanceMean)
        && distanceDeviation > 0
        && Double.isFinite(distanceDeviation))) {
      throw new IllegalArgumentException(
          "expected a finite mean and a deviation above 0, got "
              + distanceMean
              + " and "
              + distanceDeviation);
    }
  }

  /**
   * Mean squared distance from the training data, each input in its own standard deviations: about
   * 1 on training data.
   *
   * @param inputs {@code [inputs]}
   */
  public double distance(float[] inputs) {
    return distance(mean, scale, inputs);
  }

  /** As {@link #distance(float[])}, before there is a reference. */
  public static double distance(float[] mean, float[] scale, float[] inputs) {
    Dot.requireLength(mean.length, inputs);
    float[] lanes = new float[Kernel.LANES];
    Kernel.best().addSquares(inputs, 0, new Spread(mean, scale), 0, inputs.length, lanes);
    return Lanes.sum(lanes) / inputs.length;
  }
}
