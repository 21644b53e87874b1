package dev.linchpin.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far two figures of the same things rise and fall together, from -1 to 1. */
public final class Correlation {
  private Correlation() {}

  /**
   * Pearson's correlation; where one figure is only 0 or 1, this is the point-biserial one.
   *
   * @param a {@code [n]}
   * @param b {@code [n]}, of the same things in the same order
   * @return in [-1, 1]; NaN if one of them is constant, has a NaN or is empty
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double pearson(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "expected as many values on both sides, got %d and %d".formatted(a.length, b.length));
    }
    if (isConstant(a) || isConstant(b)) {
      return Double.NaN;
    }
    double[] x = centred(a);
    double[] y = centred(b);
    double r = dot(x, y) / (Math.sqrt(dot(x, x)) * Math.sqrt(dot(y, y)));
    return Math.max(-1, Math.min(1, r));
  }

  /**
   * Spearman's correlation: Pearson's of the ranks, equal values sharing their mean rank.
   *
   * @param a {@code [n]}
   * @param b {@code [n]}, of the same things in the same order
   * @return in [-1, 1]; NaN if one of them is constant, has a NaN or is empty
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double spearman(double[] a, double[] b) {
    return pearson(ranks(a), ranks(b));
  }

  /** Whether all are equal; so they are if there are none. */
  static boolean isConstant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /** The values less their mean. */
  static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double[] ranks(double[] values) {
    int[] ascending =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < ascending.length) {
      int to = from + 1;
      while (to < ascending.length && values[ascending[to]] == values[ascending[from]]) {
        to++;
      }
      double shared = Double.isNaN(values[ascending[from]]) ? Double.NaN : (from + to + 1) / 2.0;
      for (int i = from; i < to; i++) {
        ranks[ascending[i]] = shared;
      }
      from = to;
    }
    return ranks;
  }
}
