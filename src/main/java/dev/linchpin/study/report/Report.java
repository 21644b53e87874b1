package dev.linchpin.study.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole study.
 *
 * @param title for people
 * @param summary the headline: what was found and what was not, one line each
 * @param settings what was asked for, by name: the same settings give the same figures
 * @param command the command that makes it again
 * @param sections the findings
 */
public record Report(
    String title,
    List<String> summary,
    Map<String, String> settings,
    String command,
    List<Section> sections) {
  public Report {
    summary = List.copyOf(summary);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    sections = List.copyOf(sections);
    Keys.requireUnique("section", sections.stream().map(Section::key).toList());
    Keys.requireUnique(
        "table", sections.stream().flatMap(s -> s.tables().stream()).map(Table::key).toList());
    Keys.requireUnique(
        "plot", sections.stream().flatMap(s -> s.plots().stream()).map(Plot::key).toList());
  }
}
