package dev.linchpin.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Multiple linear regression: the best that inputs and a constant can do, added up, to give a
 * target. Inputs are standardised, so their units do not matter, and made orthogonal, the least
 * dependent first; one that is constant, or that the others already give, adds nothing.
 *
 * @param fitted {@code [n]}, what the inputs give in place of the target
 * @param r2 share of the target's variance that is explained, in [0, 1]; NaN if it does not vary
 * @param rank number of independent inputs
 */
public record LeastSquares(double[] fitted, double r2, int rank) {
  /**
   * An input of length 1 of which no more than this is left depends on the others: inputs may have
   * been rounded to single precision.
   */
  private static final double NOTHING_LEFT = 1e-6;

  /**
   * The fit to a target.
   *
   * @param inputs {@code [n][inputs]}, finite
   * @param target {@code [n]}, finite
   * @throws IllegalArgumentException if the shapes do not agree or a value is not finite
   */
  public static LeastSquares fit(double[][] inputs, double[] target) {
    check(inputs, target);
    double[] varying =
        Correlation.isConstant(target) ? new double[target.length] : Correlation.centred(target);
    List<double[]> directions = directions(columns(inputs));
    double[] explained = new double[target.length];
    directions.forEach(unit -> add(explained, Correlation.dot(varying, unit), unit));
    double mean = Arrays.stream(target).average().orElse(Double.NaN);
    return new LeastSquares(
        Arrays.stream(explained).map(value -> mean + value).toArray(),
        Math.min(1, Correlation.dot(explained, explained) / Correlation.dot(varying, varying)),
        directions.size());
  }

  /** Orthogonal vectors of length 1 that span the columns: Gram and Schmidt's with pivoting. */
  private static List<double[]> directions(List<double[]> columns) {
    List<double[]> left = new ArrayList<>(columns);
    List<double[]> directions = new ArrayList<>();
    Optional<double[]> next = longest(left);
    while (next.isPresent()) {
      double[] unit = unit(without(next.get(), directions));
      directions.add(unit);
      left.remove(next.get());
      left.forEach(column -> add(column, -Correlation.dot(column, unit), unit));
      next = longest(left);
    }
    return directions;
  }

  private static Optional<double[]> longest(List<double[]> columns) {
    return columns.stream()
        .filter(column -> length(column) > NOTHING_LEFT)
        .max(Comparator.comparingDouble(LeastSquares::length));
  }

  /** Takes out once more what rounding left of the directions in a column. */
  private static double[] without(double[] column, List<double[]> directions) {
    directions.forEach(unit -> add(column, -Correlation.dot(column, unit), unit));
    return column;
  }

  /** The inputs that vary, each with mean 0 and length 1. */
  private static List<double[]> columns(double[][] inputs) {
    int count = inputs.length == 0 ? 0 : inputs[0].length;
    return IntStream.range(0, count)
        .mapToObj(i -> Stream.of(inputs).mapToDouble(row -> row[i]).toArray())
        .filter(column -> !Correlation.isConstant(column))
        .map(column -> unit(Correlation.centred(column)))
        .toList();
  }

  private static double[] unit(double[] values) {
    double length = length(values);
    return Arrays.stream(values).map(value -> value / length).toArray();
  }

  private static double length(double[] values) {
    return Math.sqrt(Correlation.dot(values, values));
  }

  private static void add(double[] to, double times, double[] values) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * values[i];
    }
  }

  private static void check(double[][] inputs, double[] target) {
    if (inputs.length != target.length) {
      throw new IllegalArgumentException(
          "expected as many rows as targets, got %d rows and %d targets"
              .formatted(inputs.length, target.length));
    }
    for (double[] row : inputs) {
      if (row.length != inputs[0].length) {
        throw new IllegalArgumentException(
            "expected %d inputs in every row, got %d".formatted(inputs[0].length, row.length));
      }
    }
    if (!Stream.concat(Stream.of(inputs), Stream.of(target))
        .flatMapToDouble(Arrays::stream)
        .allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("expected finite numbers");
    }
  }
}
