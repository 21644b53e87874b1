package dev.linchpin.study.report;

import java.util.List;
import java.util.Map;

/**
 * A report as one HTML file that needs no other: style and plots are in it, there is no script, and
 * it is well-formed XML as well.
 */
public final class HtmlReport {
  private final Markup html = new Markup();

  private HtmlReport() {}

  /** The whole document. */
  public static String of(Report report) {
    HtmlReport document = new HtmlReport();
    document.add(report);
    return "<!DOCTYPE html>\n" + document.html;
  }

  private void add(Report report) {
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
    head(report.title());
    html.open("body");
    html.open("main");
    html.words("h1", report.title());
    list(report.summary(), "summary");
    contents(report.sections());
    making(report);
    report.sections().forEach(this::section);
    html.close();
    html.close();
    html.close();
  }

  private void head(String title) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.words("title", title);
    html.words("style", HtmlStyle.CSS);
    html.close();
  }

  private void contents(List<Section> sections) {
    html.open("nav", "aria-labelledby", "contents");
    html.words("h2", "Contents", "id", "contents");
    html.open("ol");
    link("#making", "How it was made");
    sections.forEach(section -> link("#" + id(section), section.heading()));
    html.close();
    html.close();
  }

  private void link(String target, String words) {
    html.open("li");
    html.words("a", words, "href", target);
    html.close();
  }

  private void making(Report report) {
    html.open("section", "id", "making");
    html.words("h2", "How it was made");
    settings(report.settings());
    if (!report.command().isBlank()) {
      html.words("pre", report.command().strip(), "tabindex", "0");
    }
    html.close();
  }

  private void settings(Map<String, String> settings) {
    if (settings.isEmpty()) {
      return;
    }
    html.open("dl");
    settings.forEach(
        (name, value) -> {
          html.words("dt", name);
          html.words("dd", value);
        });
    html.close();
  }

  private void section(Section section) {
    html.open("section", "id", id(section));
    html.words("h2", section.heading());
    paragraph(section.question(), "question");
    paragraph(section.answer(), "answer");
    section.tables().forEach(table -> HtmlTable.write(html, table));
    section.plots().forEach(this::plot);
    if (!section.remarks().isEmpty()) {
      html.words("h3", "Remarks");
      list(section.remarks(), "remarks");
    }
    html.close();
  }

  private void plot(Plot plot) {
    html.open("figure", "id", "plot-" + plot.key(), "tabindex", "0");
    html.raw(SvgPlot.of(plot));
    html.close();
  }

  private void list(List<String> items, String kind) {
    if (items.isEmpty()) {
      return;
    }
    html.open("ul", "class", kind);
    items.forEach(item -> html.words("li", item));
    html.close();
  }

  private void paragraph(String words, String kind) {
    if (!words.isBlank()) {
      html.words("p", words, "class", kind);
    }
  }

  private static String id(Section section) {
    return "section-" + section.key();
  }
}
