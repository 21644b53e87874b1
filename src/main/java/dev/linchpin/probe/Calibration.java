package dev.linchpin.probe;

/**
 * Platt scaling: {@code sigmoid(slope * logit + intercept)}.
 *
 * @param slope positive and finite, so that order is kept
 * @param intercept shift of the logit, finite
 */
public record Calibration(double slope, double intercept) {
  /** Leaves the logit as it is. */
  public static final Calibration IDENTITY = new Calibration(1, 0);

  public Calibration {
    if (!(slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
      throw new IllegalArgumentException(
          "expected a positive slope and a finite intercept, got " + slope + " and " + intercept);
    }
  }

  /** The calibrated probability of a logit, in [0, 1]. */
  public double probability(double logit) {
    return 1 / (1 + Math.exp(-(slope * logit + intercept)));
  }
}
