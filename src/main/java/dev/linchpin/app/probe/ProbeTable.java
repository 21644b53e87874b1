package dev.linchpin.app.probe;

import dev.linchpin.catalogue.ProbeHead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What {@code linchpin probe list} prints. */
final class ProbeTable {
  private static final String ROW = "%-44s %-10s %6s %8s  %-20s  %s";
  private static final String UNKNOWN = "-";
  private static final List<String> LABELS =
      Stream.of("train", "validation", "test")
          .flatMap(side -> Stream.of(side + "Important", side + "Removable"))
          .toList();

  private ProbeTable() {}

  static String text(List<ProbeHead> heads) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(ROW.formatted("PROBE", "STATUS", "AUROC", "LABELS", "TRAINED", "CHAMPION SINCE"));
    heads.forEach(head -> lines.add(row(head)));
    return lines.toString();
  }

  static List<Map<String, Object>> json(List<ProbeHead> heads) {
    return heads.stream().map(ProbeTable::json).toList();
  }

  private static String row(ProbeHead head) {
    return ROW.formatted(
        head.id().key(),
        head.status(),
        auroc(head).map(auroc -> String.format(Locale.ROOT, "%.3f", auroc)).orElse(UNKNOWN),
        labels(head).isPresent() ? labels(head).getAsLong() : UNKNOWN,
        seconds(head.lifecycle().trainedAt()),
        head.lifecycle().championSince().map(ProbeTable::seconds).orElse(UNKNOWN));
  }

  private static Map<String, Object> json(ProbeHead head) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("probe", head.id().key());
    json.put("model", head.id().model());
    json.put("name", head.id().name());
    json.put("version", head.id().version());
    json.put("status", head.status());
    auroc(head).ifPresent(auroc -> json.put("auroc", auroc));
    labels(head).ifPresent(labels -> json.put("labels", labels));
    json.put("trainedAt", head.lifecycle().trainedAt().toString());
    head.lifecycle().championSince().ifPresent(s -> json.put("championSince", s.toString()));
    return json;
  }

  private static Optional<Double> auroc(ProbeHead head) {
    return Optional.ofNullable(head.metrics().get("auroc"));
  }

  /** Labels of all three splits; unknown where the probe does not say. */
  private static OptionalLong labels(ProbeHead head) {
    Map<String, Double> metrics = head.metrics();
    return metrics.keySet().containsAll(LABELS)
        ? OptionalLong.of(Math.round(LABELS.stream().mapToDouble(metrics::get).sum()))
        : OptionalLong.empty();
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
