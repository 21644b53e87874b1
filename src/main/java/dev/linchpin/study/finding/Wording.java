package dev.linchpin.study.finding;

import dev.linchpin.quality.Interval;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import java.util.List;
import java.util.Locale;

/** Figures in sentences. */
final class Wording {
  private static final int FEWEST_CHAINS = 10;

  private Wording() {}

  static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** The value of an estimate. */
  static String text(Cell estimate) {
    return text(((Estimate) estimate).value());
  }

  /** The value of the estimate in a column, from 0. */
  static String text(List<Cell> row, int column) {
    return text(row.get(column));
  }

  /**
   * Whether a difference is above 0, and its interval.
   *
   * @param chains that were drawn from; of few, an interval says nothing
   */
  static String shown(Interval difference, long chains) {
    if (chains < FEWEST_CHAINS) {
      return "not to be told from so few chains (%d)".formatted(chains);
    }
    return "%s (95 %% interval of the difference: %s to %s)"
        .formatted(
            difference.low() > 0 ? "shown" : "not shown",
            text(difference.low()),
            text(difference.high()));
  }
}
