package dev.linchpin.quality;

/**
 * A confidence interval.
 *
 * @param low lower bound, NaN if undefined
 * @param high upper bound, NaN if undefined
 */
public record Interval(double low, double high) {
  /** Of the normal distribution, 95 % lie within so many deviations of its mean. */
  private static final double DEVIATIONS = 1.959963984540054;

  /**
   * The 95 % interval of a share by Wilson's score: within [0, 1] also for few of them, all or
   * none.
   *
   * @param hits how many have what the share is of, in [0, {@code count}]
   * @param count of how many; NaN bounds for 0
   */
  public static Interval wilson(int hits, int count) {
    double share = (double) hits / count;
    double z2 = DEVIATIONS * DEVIATIONS / count;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = DEVIATIONS / (1 + z2) * Math.sqrt(share * (1 - share) / count + z2 / (4 * count));
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** Whether both bounds are numbers. */
  public boolean isDefined() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
