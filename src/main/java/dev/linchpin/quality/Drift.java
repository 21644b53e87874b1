package dev.linchpin.quality;

import java.util.Arrays;

/** How far what is seen now is from what was seen before. */
public final class Drift {
  /** Stands for an empty bin, so that the index stays finite. */
  private static final double SMALLEST_SHARE = 1e-4;

  private Drift() {}

  /**
   * Mean and deviation of some values.
   *
   * @param mean NaN without values
   * @param deviation standard deviation of the values, 0 or more; NaN without values
   */
  public record Spread(double mean, double deviation) {}

  /** Mean and deviation of {@code [n]} values. */
  public static Spread spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN);
    return new Spread(mean, Math.sqrt(variance));
  }

  /**
   * Share of the values in each bin of equal width over [0, 1]; all 0 without values.
   *
   * @param values {@code [n]}, in [0, 1]
   * @return {@code [bins]}
   */
  public static double[] shares(double[] values, int bins) {
    double[] shares = new double[bins];
    for (double value : values) {
      shares[Math.min((int) (value * bins), bins - 1)] += 1.0 / values.length;
    }
    return shares;
  }

  /**
   * Population stability index: {@code sum((now - before) * ln(now / before))}, 0 for equal shares.
   * By custom, 0.1 is a small shift and 0.25 a large one.
   *
   * @param before {@code [bins]} shares
   * @param now {@code [bins]} shares
   */
  public static double stabilityIndex(double[] before, double[] now) {
    double index = 0;
    for (int i = 0; i < before.length; i++) {
      double b = Math.max(before[i], SMALLEST_SHARE);
      double n = Math.max(now[i], SMALLEST_SHARE);
      index += (n - b) * Math.log(n / b);
    }
    return index;
  }
}
