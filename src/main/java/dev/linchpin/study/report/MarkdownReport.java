package dev.linchpin.study.report;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as GitHub's Markdown, its plots as links to {@code plots/<key>.svg}. */
public final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  /** The whole document. */
  public static String of(Report report) {
    MarkdownReport document = new MarkdownReport();
    document.add(report);
    return document.text.toString();
  }

  private void add(Report report) {
    block("# " + MarkdownText.inline(report.title()));
    list(report.summary());
    block("## How it was made");
    settings(report.settings());
    command(report.command());
    report.sections().forEach(this::section);
  }

  private void settings(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return;
    }
    row(List.of("Setting", "Value"));
    row(List.of(":--", ":--"));
    settings.forEach(
        (name, value) -> row(List.of(MarkdownText.inline(name), MarkdownText.inline(value))));
    text.append('\n');
  }

  /** Indented, as a fence could be closed by the command itself. */
  private void command(String command) {
    if (!command.isBlank()) {
      block(command.strip().lines().map("    "::concat).collect(Collectors.joining("\n")));
    }
  }

  private void section(Section section) {
    block("## " + MarkdownText.inline(section.heading()));
    paragraph(section.question());
    if (!section.answer().isBlank()) {
      block("**" + MarkdownText.inline(section.answer()) + "**");
    }
    section.tables().forEach(this::table);
    section.plots().forEach(this::plot);
    if (!section.remarks().isEmpty()) {
      block("Remarks:");
      list(section.remarks());
    }
  }

  private void table(Table table) {
    CellText cells = CellText.of(table);
    block("### " + MarkdownText.inline(table.title()));
    if (!table.columns().isEmpty()) {
      head(table, cells);
      table.rows().forEach(values -> row(texts(table, cells, values)));
      text.append('\n');
    }
    paragraph(String.join(" ", cells.notes()));
  }

  private void head(Table table, CellText cells) {
    row(table.columns().stream().map(c -> MarkdownText.inline(c.heading())).toList());
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    for (int i = 0; i < table.columns().size(); i++) {
      line.add(cells.isNumeric(i) ? "--:" : ":--");
    }
    text.append(line);
  }

  private static List<String> texts(Table table, CellText cells, List<Cell> row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> cells.text(table.columns().get(i), row.get(i)))
        .map(MarkdownText::inline)
        .toList();
  }

  private void plot(Plot plot) {
    block("![%s](plots/%s.svg)".formatted(MarkdownText.inline(plot.title()), plot.key()));
  }

  private void list(List<String> items) {
    items.forEach(item -> text.append("- ").append(MarkdownText.line(item)).append('\n'));
    text.append('\n');
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void paragraph(String words) {
    if (!words.isBlank()) {
      block(MarkdownText.line(words));
    }
  }

  private void block(String block) {
    text.append(block).append("\n\n");
  }
}
