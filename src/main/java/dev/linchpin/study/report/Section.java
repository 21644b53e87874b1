package dev.linchpin.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One finding: a question and what was measured.
 *
 * @param key its name in files, in lower case with hyphens
 * @param title what it is about
 * @param source the place in the paper, such as "Table 1", or empty
 * @param question what is asked and how it is measured
 * @param answer what the figures say, in a sentence or two
 * @param tables the figures
 * @param plots what is better seen
 * @param remarks what has to be known to read them
 */
public record Section(
    String key,
    String title,
    String source,
    String question,
    String answer,
    List<Table> tables,
    List<Plot> plots,
    List<String> remarks) {
  public Section {
    Keys.check(key);
    tables = List.copyOf(tables);
    plots = List.copyOf(plots);
    remarks = List.copyOf(remarks);
  }

  /**
   * A finding that could not be measured.
   *
   * @param answer why not
   */
  public static Section unmeasured(String key, String answer) {
    return new Section(key, key, "", "", answer, List.of(), List.of(), List.of());
  }

  /**
   * The same finding on several models as one: answers after each other, the rows of tables of one
   * key together, all plots, every remark once.
   *
   * @param parts at least one, of one key
   */
  public static Section joined(List<Section> parts) {
    Section first =
        parts.stream().filter(part -> !part.tables().isEmpty()).findFirst().orElse(parts.get(0));
    Map<String, List<Table>> tables = new LinkedHashMap<>();
    parts.stream()
        .flatMap(part -> part.tables().stream())
        .forEach(t -> tables.computeIfAbsent(t.key(), key -> new ArrayList<>()).add(t));
    return new Section(
        first.key(),
        first.title(),
        first.source(),
        first.question(),
        parts.stream().map(Section::answer).collect(Collectors.joining("; ")) + ".",
        tables.values().stream().map(Table::joined).toList(),
        parts.stream().flatMap(part -> part.plots().stream()).toList(),
        parts.stream().flatMap(part -> part.remarks().stream()).distinct().toList());
  }

  /** The title with the place in the paper. */
  String heading() {
    return source.isBlank() ? title : "%s (paper: %s)".formatted(title, source);
  }
}
