package dev.linchpin.quality;

import java.util.Arrays;

/** Percentiles of a set of values, with linear interpolation between neighbours. */
public final class Percentiles {
  private final double[] ascending;

  private Percentiles(double[] ascending) {
    this.ascending = ascending;
  }

  /**
   * Percentiles of these values.
   *
   * @param values {@code [n]} in any order; copied
   */
  public static Percentiles of(double[] values) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    return new Percentiles(ascending);
  }

  /**
   * The value at a share of the way from the smallest (0) to the largest (1); NaN without values.
   *
   * @param share in [0, 1]: 0.5 for the median
   */
  public double at(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share in [0, 1], got " + share);
    }
    if (ascending.length == 0) {
      return Double.NaN;
    }
    double position = share * (ascending.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, ascending.length - 1);
    return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
  }
}
