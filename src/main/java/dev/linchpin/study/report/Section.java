package dev.linchpin.study.report;

import java.util.List;

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

  /** The title with the place in the paper. */
  String heading() {
    return source.isBlank() ? title : "%s (paper: %s)".formatted(title, source);
  }
}
