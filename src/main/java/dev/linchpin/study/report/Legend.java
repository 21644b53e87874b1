package dev.linchpin.study.report;

import java.util.ArrayList;
import java.util.List;

/** What the marks of a plot stand for, in rows above it. */
final class Legend {
  private static final double SYMBOL = 26;
  private static final double GAP = 18;
  private static final double ROW = 20;

  private final List<Entry> entries = new ArrayList<>();

  /** Draws a mark 26 pixels wide, its left end and middle at a place. */
  interface Symbol {
    void draw(Markup svg, double left, double middle);
  }

  private record Entry(String name, Symbol symbol) {
    double width() {
      return SYMBOL + 6 + Lettering.width(name, SvgStyle.TEXT);
    }
  }

  /** What has no name needs no entry. */
  void add(String name, Symbol symbol) {
    double most = SvgStyle.WIDTH - 2 * SvgStyle.MARGIN - SYMBOL - 6;
    if (!name.isBlank()) {
      entries.add(new Entry(Lettering.shortened(name, SvgStyle.TEXT, most), symbol));
    }
  }

  /** The entry of a line across the plot; none where it is NaN. */
  void addReference(double reference) {
    if (Double.isFinite(reference)) {
      add("reference " + Numbers.brief(reference), Legend::reference);
    }
  }

  /** Draws the rows and gives where they end. */
  double draw(Markup svg, double top) {
    if (entries.isEmpty()) {
      return top;
    }
    double x = SvgStyle.MARGIN;
    double middle = top + ROW / 2;
    for (Entry entry : entries) {
      if (x > SvgStyle.MARGIN && x + entry.width() > SvgStyle.WIDTH - SvgStyle.MARGIN) {
        x = SvgStyle.MARGIN;
        middle += ROW;
      }
      entry.symbol().draw(svg, x, middle);
      SvgText.line(svg, entry.name(), x + SYMBOL + 6, middle + 4);
      x += entry.width() + GAP;
    }
    return middle + ROW / 2 + 6;
  }

  private static void reference(Markup svg, double left, double middle) {
    svg.empty(
        "line", "class", "reference", "x1", left, "y1", middle, "x2", left + SYMBOL, "y2", middle);
  }
}
