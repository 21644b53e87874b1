package dev.linchpin.study.report;

import dev.linchpin.study.report.Cell.Count;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as CSV by RFC 4180. A column with estimates becomes four: {@code key}, {@code keyLow},
 * {@code keyHigh} and {@code keyN}; what is not known stays empty.
 */
final class TableCsv {
  private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]|^\\s|\\s$");

  private final Table table;

  private TableCsv(Table table) {
    this.table = table;
  }

  static String of(Table table) {
    return new TableCsv(table).text();
  }

  private String text() {
    List<List<String>> records = new ArrayList<>();
    records.add(names());
    table.rows().forEach(row -> records.add(fields(row)));
    return records.stream().map(TableCsv::line).collect(Collectors.joining());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String key = table.columns().get(i).key();
      names.add(key);
      if (hasEstimates(i)) {
        names.addAll(List.of(key + "Low", key + "High", key + "N"));
      }
    }
    return names;
  }

  private List<String> fields(List<Cell> row) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      fields.addAll(hasEstimates(i) ? four(row.get(i)) : List.of(one(row.get(i))));
    }
    return fields;
  }

  private boolean hasEstimates(int column) {
    return table.rows().stream().anyMatch(row -> row.get(column) instanceof Estimate);
  }

  private static List<String> four(Cell cell) {
    if (cell instanceof Estimate estimate) {
      return List.of(
          Numbers.exact(estimate.value()),
          Numbers.exact(estimate.low()),
          Numbers.exact(estimate.high()),
          Long.toString(estimate.n()));
    }
    return List.of(one(cell), "", "", "");
  }

  private static String one(Cell cell) {
    if (cell instanceof Words words) {
      return words.text();
    }
    return cell instanceof Count count ? Long.toString(count.value()) : "";
  }

  private static String line(List<String> fields) {
    return fields.stream().map(TableCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String field) {
    return TO_QUOTE.matcher(field).find() ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
