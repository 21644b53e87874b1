package dev.linchpin.app.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table.
 *
 * @param key its name in JSON
 * @param title its name in text
 * @param columns what stands in each row
 * @param rows as many cells as columns: text, or a {@code Double} that is NaN where nothing is
 *     known
 */
public record Table(String key, String title, List<Column> columns, List<List<Object>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "expected " + columns.size() + " cells, got " + row.size());
      }
    }
  }

  /** The rows by the columns' keys; what is not known is null. */
  public List<Map<String, Object>> asRecords() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(columns.get(i).key(), isKnown(row.get(i)) ? row.get(i) : null);
      }
      records.add(cells);
    }
    return records;
  }

  static boolean isKnown(Object cell) {
    return !(cell instanceof Double number) || Double.isFinite(number);
  }
}
