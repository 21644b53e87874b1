package dev.linchpin.app.bench.report;

import dev.linchpin.quality.Percentiles;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure over several rounds.
 *
 * @param median the middle
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {

  /** Of one figure of every round; all NaN without rounds. */
  public static <T> Spread of(List<T> rounds, ToDoubleFunction<T> figure) {
    Percentiles values = Percentiles.of(rounds.stream().mapToDouble(figure).toArray());
    return new Spread(values.at(0.5), values.at(0), values.at(1));
  }
}
