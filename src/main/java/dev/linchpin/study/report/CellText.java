package dev.linchpin.study.report;

import dev.linchpin.study.report.Cell.Count;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Nothing;
import dev.linchpin.study.report.Cell.Spread;
import dev.linchpin.study.report.Cell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table's cells as text for people. How many stands behind an estimate is said once below the
 * table where it is the same for all, and in each cell otherwise.
 */
final class CellText {
  private final Table table;
  private final long[] sizes;

  private CellText(Table table) {
    this.table = table;
    this.sizes = estimates(table).mapToLong(Estimate::n).distinct().toArray();
  }

  static CellText of(Table table) {
    return new CellText(table);
  }

  /** What stands in a cell, not escaped. */
  String text(Column column, Cell cell) {
    if (cell instanceof Words words) {
      return words.text();
    } else if (cell instanceof Count count) {
      return Numbers.count(count.value());
    } else if (cell instanceof Estimate estimate) {
      return figure(estimate, column.decimals()) + size(estimate);
    }
    return Numbers.UNDEFINED;
  }

  /** Whether a column holds figures and no words. */
  boolean isNumeric(int column) {
    List<Cell> cells = table.rows().stream().map(row -> row.get(column)).toList();
    return cells.stream().noneMatch(Words.class::isInstance)
        && !cells.stream().allMatch(Nothing.class::isInstance);
  }

  /** What has to be known to read the cells, a sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (table.rows().isEmpty()) {
      notes.add("No rows.");
    }
    if (shows(Spread.INTERVAL_95)) {
      notes.add("In brackets: the 95 % interval, by a bootstrap over chains.");
    }
    if (shows(Spread.DEVIATION_OVER_SEEDS)) {
      notes.add("After ±: the standard deviation over seeds.");
    }
    if (sizes.length == 1 && sizes[0] > 0) {
      notes.add("n = %s for every estimate.".formatted(Numbers.count(sizes[0])));
    }
    return notes;
  }

  private boolean shows(Spread spread) {
    return estimates(table).anyMatch(e -> e.spread() == spread && isSpread(e));
  }

  private String size(Estimate estimate) {
    return sizes.length > 1 && estimate.n() > 0 ? ", n = " + Numbers.count(estimate.n()) : "";
  }

  private static String figure(Estimate estimate, int decimals) {
    String value = Numbers.fixed(estimate.value(), decimals);
    if (!isSpread(estimate)) {
      return value;
    }
    return switch (estimate.spread()) {
      case INTERVAL_95 ->
          "%s (%s to %s)"
              .formatted(
                  value,
                  Numbers.fixed(estimate.low(), decimals),
                  Numbers.fixed(estimate.high(), decimals));
      case DEVIATION_OVER_SEEDS ->
          value + " ± " + Numbers.fixed(estimate.high() - estimate.value(), decimals);
      case NONE -> value;
    };
  }

  private static boolean isSpread(Estimate estimate) {
    return !Double.isNaN(estimate.value())
        && !Double.isNaN(estimate.low())
        && !Double.isNaN(estimate.high());
  }

  /** Those that were measured at all. */
  private static Stream<Estimate> estimates(Table table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .filter(Estimate.class::isInstance)
        .map(Estimate.class::cast)
        .filter(estimate -> !Double.isNaN(estimate.value()) || estimate.n() > 0);
  }
}
