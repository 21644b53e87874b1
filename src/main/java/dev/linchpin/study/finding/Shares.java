package dev.linchpin.study.finding;

import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Means and shares with 95 % intervals. */
final class Shares {
  private static final int RESAMPLES = 1000;
  private static final double CONFIDENCE = 0.95;

  private Shares() {}

  /**
   * The mean of values, each of a chain; whole chains are drawn for its interval.
   *
   * @param values {@code [n]}
   * @param chainIds {@code [n]}
   */
  static Estimate mean(double[] values, List<String> chainIds) {
    Predictions drawn = new Predictions(values, new boolean[values.length]);
    Interval interval =
        new GroupBootstrap(chainIds, RESAMPLES, 1)
            .interval(drawn, p -> average(p.scores()), CONFIDENCE);
    return new Estimate(
        average(values), interval.low(), interval.high(), Spread.INTERVAL_95, values.length);
  }

  /** The mean of values, one a chain. */
  static Estimate mean(double[] values) {
    return mean(values, IntStream.range(0, values.length).mapToObj(Integer::toString).toList());
  }

  /**
   * The share of things that are so.
   *
   * @param chainId of each
   */
  static <T> Estimate share(List<T> all, Function<T, String> chainId, Predicate<T> condition) {
    double[] hits = all.stream().mapToDouble(one -> condition.test(one) ? 1 : 0).toArray();
    return mean(hits, all.stream().map(chainId).toList());
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** An interval in a sentence. */
  static String text(Interval interval) {
    return text(interval.low()) + " to " + text(interval.high());
  }

  /** A number in a sentence. */
  static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
