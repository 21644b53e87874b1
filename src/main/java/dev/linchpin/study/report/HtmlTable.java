package dev.linchpin.study.report;

import java.util.List;

/** A table in HTML, in a box that scrolls by itself where it is too wide. */
final class HtmlTable {
  private final Markup html;
  private final Table table;
  private final CellText cells;

  private HtmlTable(Markup html, Table table) {
    this.html = html;
    this.table = table;
    this.cells = CellText.of(table);
  }

  static void write(Markup html, Table table) {
    new HtmlTable(html, table).write();
  }

  private void write() {
    String id = "table-" + table.key();
    html.open(
        "div",
        "class",
        "wide",
        "id",
        id,
        "role",
        "region",
        "aria-labelledby",
        id + "-title",
        "tabindex",
        "0");
    html.open("table");
    html.words("caption", table.title(), "id", id + "-title");
    head();
    html.open("tbody");
    table.rows().forEach(this::row);
    html.close();
    html.close();
    html.close();
    if (!cells.notes().isEmpty()) {
      html.words("p", String.join(" ", cells.notes()), "class", "note");
    }
  }

  private void head() {
    html.open("thead");
    html.open("tr");
    for (int i = 0; i < table.columns().size(); i++) {
      html.words("th", table.columns().get(i).heading(), "scope", "col", "class", kind(i));
    }
    html.close();
    html.close();
  }

  private void row(List<Cell> row) {
    html.open("tr");
    for (int i = 0; i < row.size(); i++) {
      String text = cells.text(table.columns().get(i), row.get(i));
      if (i == 0 && row.get(i) instanceof Cell.Words) {
        html.words("th", text, "scope", "row");
      } else {
        html.words("td", text, "class", kind(i));
      }
    }
    html.close();
  }

  private String kind(int column) {
    return cells.isNumeric(column) ? "number" : "words";
  }
}
