package dev.linchpin.study.report;

import java.util.List;

/**
 * A table.
 *
 * @param key its name in files, in lower case with hyphens, unique in the report
 * @param title what it shows, for people
 * @param columns what stands in each row
 * @param rows as many cells as columns
 */
public record Table(String key, String title, List<Column> columns, List<List<Cell>> rows) {
  public Table {
    Keys.check(key);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "expected %d cells in every row of %s".formatted(width, key));
    }
  }

  /** Tables of one key as one, their rows after each other. */
  static Table joined(List<Table> parts) {
    Table first = parts.get(0);
    return new Table(
        first.key(),
        first.title(),
        first.columns(),
        parts.stream().flatMap(part -> part.rows().stream()).toList());
  }
}
