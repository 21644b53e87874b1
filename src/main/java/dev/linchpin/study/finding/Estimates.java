package dev.linchpin.study.finding;

import dev.linchpin.quality.GroupBootstrap;
import dev.linchpin.quality.Interval;
import dev.linchpin.quality.Predictions;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures with what is known of their spread. */
final class Estimates {
  static final double CONFIDENCE = 0.95;

  private static final int RESAMPLES = 1000;
  private static final long SEED = 1;

  private Estimates() {}

  /** Draws whole chains: steps of one chain are not independent. */
  static GroupBootstrap bootstrap(List<String> chainIds) {
    return new GroupBootstrap(chainIds, RESAMPLES, SEED);
  }

  /**
   * A figure with its 95 % interval.
   *
   * @param chainIds {@code [n]}, the chain of each thing
   * @param figure of the things with these indices
   */
  static Estimate of(List<String> chainIds, ToDoubleFunction<int[]> figure) {
    Interval interval = bootstrap(chainIds).interval(figure, CONFIDENCE);
    double value = figure.applyAsDouble(IntStream.range(0, chainIds.size()).toArray());
    return new Estimate(
        value, interval.low(), interval.high(), Spread.INTERVAL_95, chainIds.size());
  }

  /** A figure of predictions with its 95 % interval. */
  static Estimate of(
      List<String> chainIds, Predictions predictions, ToDoubleFunction<Predictions> figure) {
    return of(chainIds, drawn -> figure.applyAsDouble(predictions.select(drawn)));
  }

  /**
   * A mean.
   *
   * @param values {@code [n]}
   * @param chainIds {@code [n]}
   */
  static Estimate mean(double[] values, List<String> chainIds) {
    return of(
        chainIds, drawn -> average(Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray()));
  }

  /** A mean of values, one a chain. */
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

  /**
   * Mean and standard deviation of a figure over trainings.
   *
   * @param values one a training, at least two
   */
  static Estimate overSeeds(double[] values, long n) {
    double mean = average(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / (values.length - 1));
    return new Estimate(mean, mean - deviation, mean + deviation, Spread.DEVIATION_OVER_SEEDS, n);
  }

  /** A figure that has no spread, such as the largest of all. */
  static Estimate plain(double value, long n) {
    return new Estimate(value, Double.NaN, Double.NaN, Spread.NONE, n);
  }

  static double average(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
