package dev.linchpin.app.bench.report;

import dev.linchpin.app.cluster.Bar;
import dev.linchpin.app.cluster.JsonLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Findings as one line of JSON: {@code bars}, each table under its key, {@code notes}. */
public final class JsonReport {
  private JsonReport() {}

  /** The line. */
  public static String of(Findings findings) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bars", findings.bars().stream().map(JsonReport::bar).toList());
    findings.tables().forEach(table -> report.put(table.key(), table.asRecords()));
    report.put("notes", findings.notes());
    return JsonLine.of(report);
  }

  private static Map<String, Object> bar(Bar bar) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", bar.name());
    fields.put("value", Double.isFinite(bar.value()) ? bar.value() : null);
    fields.put("side", bar.side().name());
    fields.put("bound", bar.bound());
    fields.put("met", bar.met());
    return fields;
  }
}
