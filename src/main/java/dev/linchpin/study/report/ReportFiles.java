package dev.linchpin.study.report;

import java.nio.file.Path;

/**
 * A report as files: {@code report.md}, {@code report.html}, {@code report.json}, {@code
 * plots/<key>.svg} and {@code tables/<key>.csv}. Each is written at once as a whole.
 */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes all into a folder, which is made if need be; files of the same name are replaced. */
  public static void write(Path folder, Report report) {
    report.sections().forEach(section -> writeParts(folder, section));
    WholeFile.write(folder.resolve("report.md"), MarkdownReport.of(report));
    WholeFile.write(folder.resolve("report.html"), HtmlReport.of(report));
    WholeFile.write(folder.resolve("report.json"), ReportJson.text(report));
  }

  private static void writeParts(Path folder, Section section) {
    for (Plot plot : section.plots()) {
      WholeFile.write(folder.resolve("plots").resolve(plot.key() + ".svg"), SvgPlot.of(plot));
    }
    for (Table table : section.tables()) {
      WholeFile.write(folder.resolve("tables").resolve(table.key() + ".csv"), TableCsv.of(table));
    }
  }
}
