package dev.linchpin.app.bench.report;

import dev.linchpin.app.cluster.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Findings as text: the bars first, then the tables in columns, then the notes. */
public final class TextReport {
  private static final String GAP = "  ";

  private TextReport() {}

  /** The whole text. */
  public static String of(Findings findings) {
    List<String> lines = new ArrayList<>();
    findings.bars().forEach(bar -> lines.add(line(bar)));
    findings.tables().forEach(table -> add(table, lines));
    if (!findings.notes().isEmpty()) {
      lines.add("");
      lines.addAll(findings.notes());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(Bar bar) {
    return String.format(
        Locale.ROOT,
        "%-66s %10.3f  %s %8.3f  %s",
        bar.name(),
        bar.value(),
        bar.side().sign(),
        bar.bound(),
        bar.met() ? "met" : "MISSED");
  }

  private static void add(Table table, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns().stream().map(Column::heading).toList());
    table.rows().forEach(row -> cells.add(cells(table, row)));
    lines.add("");
    lines.add(table.title());
    cells.forEach(row -> lines.add(aligned(row, cells, table.rows())));
  }

  private static List<String> cells(Table table, List<Object> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(cell(row.get(i), table.columns().get(i)));
    }
    return cells;
  }

  private static String cell(Object value, Column column) {
    if (!Table.isKnown(value)) {
      return "-";
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%." + column.decimals() + "f", number)
        : value.toString();
  }

  /** Words to the left, numbers to the right. */
  private static String aligned(
      List<String> row, List<List<String>> cells, List<List<Object>> values) {
    StringJoiner line = new StringJoiner(GAP, GAP, "");
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = cells.stream().mapToInt(r -> r.get(column).length()).max().orElse(1);
      boolean words = values.stream().allMatch(r -> r.get(column) instanceof String);
      line.add(String.format(Locale.ROOT, "%" + (words ? "-" : "") + width + "s", row.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
