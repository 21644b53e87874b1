package dev.linchpin.study.report;

import dev.linchpin.study.report.Plot.HeatMap;
import java.util.List;

/** Fields that are the stronger the greater their numbers, below a scale of the strengths. */
final class HeatMapDrawing {
  private static final double WIDEST_FIELD = 96;
  private static final double WIDEST_NAME = 200;
  private static final double PALEST = 0.05;
  private static final double STRONG = 0.7;
  private static final double SCALE_WIDTH = 160;
  private static final double LINE_HEIGHT = SvgStyle.TEXT * Lettering.LINE;

  private final HeatMap plot;
  private final Markup svg;
  private final List<List<String>> names;
  private final int decimals;

  HeatMapDrawing(HeatMap plot, Markup svg) {
    this.plot = plot;
    this.svg = svg;
    this.names =
        plot.rows().stream()
            .map(name -> Lettering.wrapped(name, SvgStyle.TEXT, WIDEST_NAME))
            .toList();
    this.decimals = decimals(plot.high() - plot.low());
  }

  /** Draws all below a height and gives where it ends. */
  double draw(double top) {
    double frameTop = rowLabel(scale(top));
    double left = Math.max(namesEnd(), columnNames(namesEnd()).overhang());
    double fieldWidth = fieldWidth(left);
    FieldText texts = FieldText.fit(widestNumber(), fieldWidth, rowHeight());
    Frame frame =
        new Frame(
            left,
            frameTop,
            left + fieldWidth * plot.columns().size(),
            frameTop + texts.height() * plot.rows().size());
    rowNames(frame, texts.height());
    fields(frame, fieldWidth, texts);
    double end = columnNames(left).draw(svg, frame);
    return columnLabel(frame, end);
  }

  private double scale(double top) {
    String id = plot.key() + "-scale";
    svg.open("defs");
    svg.open("linearGradient", "id", id);
    svg.empty("stop", "class", "heat-stop", "offset", 0.0, "stop-opacity", PALEST);
    svg.empty("stop", "class", "heat-stop", "offset", 1.0, "stop-opacity", 1.0);
    svg.close();
    svg.close();
    String low = Numbers.brief(plot.low());
    double left = SvgStyle.MARGIN + Lettering.width(low, SvgStyle.TEXT) + 6;
    SvgText.line(svg, low, left - 6, top + 14, "text-anchor", "end");
    svg.empty(
        "rect",
        "fill",
        "url(#" + id + ")",
        "x",
        left,
        "y",
        top + 4,
        "width",
        SCALE_WIDTH,
        "height",
        12.0);
    SvgText.line(svg, Numbers.brief(plot.high()), left + SCALE_WIDTH + 6, top + 14);
    return top + 22;
  }

  /** The rows' label above their names. */
  private double rowLabel(double top) {
    double most = SvgStyle.WIDTH - 2 * SvgStyle.MARGIN;
    List<String> lines = Lettering.wrapped(plot.rowLabel(), SvgStyle.TEXT, most);
    return SvgText.lines(svg, lines, SvgStyle.MARGIN, top + 20) - 6;
  }

  /** Pixels from the left to the first field. */
  private double namesEnd() {
    double widest =
        names.stream()
            .flatMap(List::stream)
            .mapToDouble(line -> Math.min(WIDEST_NAME, Lettering.width(line, SvgStyle.TEXT)))
            .max()
            .orElse(0);
    return SvgStyle.MARGIN + widest + 8;
  }

  private GroupLabels columnNames(double left) {
    return new GroupLabels(plot.columns(), fieldWidth(left));
  }

  private double fieldWidth(double left) {
    double room = SvgStyle.WIDTH - SvgStyle.MARGIN - left;
    return Math.min(WIDEST_FIELD, room / Math.max(1, plot.columns().size()));
  }

  /** Least height of a row, for the longest of their names. */
  private double rowHeight() {
    return names.stream().mapToInt(List::size).max().orElse(1) * LINE_HEIGHT + 12;
  }

  private double widestNumber() {
    return plot.values().stream()
        .flatMap(List::stream)
        .mapToDouble(value -> Lettering.width(Numbers.fixed(value, decimals), 1))
        .max()
        .orElse(1);
  }

  private void rowNames(Frame frame, double height) {
    for (int r = 0; r < names.size(); r++) {
      double middle = frame.top() + (r + 0.5) * height;
      double baseline = middle + 4 - (names.get(r).size() - 1) * LINE_HEIGHT / 2;
      List<String> lines =
          names.get(r).stream()
              .map(line -> Lettering.shortened(line, SvgStyle.TEXT, WIDEST_NAME))
              .toList();
      SvgText.lines(svg, lines, frame.left() - 8, baseline, "text-anchor", "end");
    }
  }

  private void fields(Frame frame, double width, FieldText texts) {
    for (int r = 0; r < plot.rows().size(); r++) {
      for (int c = 0; c < plot.columns().size(); c++) {
        double x = frame.left() + c * width;
        double y = frame.top() + r * texts.height();
        field(plot.values().get(r).get(c), x, y, width, texts);
      }
    }
    if (plot.rows().isEmpty() || plot.columns().isEmpty()) {
      SvgText.line(svg, "No figures.", SvgStyle.MARGIN, frame.bottom() + 16);
    }
  }

  private void field(double value, double x, double y, double width, FieldText texts) {
    double strength = strength(value);
    svg.empty(
        "rect",
        "class",
        Double.isNaN(value) ? "blank" : "heat",
        "fill-opacity",
        PALEST + (1 - PALEST) * strength,
        "x",
        x + 0.5,
        "y",
        y + 0.5,
        "width",
        Math.max(0.5, width - 1),
        "height",
        texts.height() - 1);
    String tone = strength > STRONG ? "on-strong" : "on-pale";
    texts.draw(svg, Numbers.fixed(value, decimals), tone, x + width / 2, y + texts.height() / 2);
  }

  /** From 0 at or below the low end to 1 at or above the high end. */
  private double strength(double value) {
    if (Double.isNaN(value) || value <= plot.low()) {
      return 0;
    }
    return value >= plot.high() ? 1 : (value - plot.low()) / (plot.high() - plot.low());
  }

  private double columnLabel(Frame frame, double end) {
    List<String> lines =
        Lettering.wrapped(plot.columnLabel(), SvgStyle.TEXT, SvgStyle.WIDTH - frame.left());
    double half = Lettering.width(lines.get(0), SvgStyle.TEXT) / 2;
    double middle = Math.max(frame.middle(), SvgStyle.MARGIN + half);
    return SvgText.lines(svg, lines, middle, end + 8, "text-anchor", "middle");
  }

  /** So many that a hundredth of the span is seen. */
  private static int decimals(double span) {
    return span > 0 && Double.isFinite(span)
        ? (int) Math.max(0, Math.min(4, 2 - Math.ceil(Math.log10(span))))
        : 2;
  }
}
