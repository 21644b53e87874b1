package dev.linchpin.study.report;

import dev.linchpin.study.report.Plot.Bars;
import dev.linchpin.study.report.Plot.Point;
import java.util.stream.DoubleStream;

/** Bars from zero up or down, hatched by series, whiskers on top. */
final class BarsDrawing {
  private static final double FILLED = 0.8;
  private static final double WIDEST = 64;

  private final Bars plot;
  private final Markup svg;
  private final YAxis yAxis;

  BarsDrawing(Bars plot, Markup svg) {
    this.plot = plot;
    this.svg = svg;
    this.yAxis = new YAxis(values(), plot.yLabel());
  }

  /** Draws all below a height and gives where it ends. */
  double draw(double top) {
    svg.open("defs");
    for (int s = 0; s < plot.series().size(); s++) {
      SvgStyle.hatch(svg, s, hatch(s));
    }
    svg.close();
    double frameTop = legend().draw(svg, top) + 8;
    double left = Math.max(yAxis.width(), labels(yAxis.width()).overhang());
    GroupLabels labels = labels(left);
    Frame frame =
        new Frame(
            left, frameTop, SvgStyle.WIDTH - SvgStyle.MARGIN, frameTop + SvgStyle.FRAME_HEIGHT);
    yAxis.draw(svg, frame);
    bars(frame);
    yAxis.drawZero(svg, frame);
    yAxis.drawReference(svg, plot.reference(), frame);
    return labels.draw(svg, frame);
  }

  private DoubleStream values() {
    DoubleStream points =
        plot.series().stream()
            .flatMap(series -> series.points().stream())
            .flatMapToDouble(point -> DoubleStream.of(point.y(), point.low(), point.high()));
    return DoubleStream.concat(DoubleStream.of(0, plot.reference()), points);
  }

  private Legend legend() {
    Legend legend = new Legend();
    for (int s = 0; s < plot.series().size(); s++) {
      String paint = paint(s);
      legend.add(plot.series().get(s).name(), (to, x, y) -> box(to, paint, x + 4, y - 6, 20, 12));
    }
    legend.addReference(plot.reference());
    return legend;
  }

  private GroupLabels labels(double left) {
    return new GroupLabels(plot.groups(), band(SvgStyle.WIDTH - SvgStyle.MARGIN - left));
  }

  private double band(double width) {
    return width / Math.max(1, plot.groups().size());
  }

  private void bars(Frame frame) {
    double band = band(frame.width());
    int series = plot.series().size();
    double width = Math.min(WIDEST, band * FILLED / Math.max(1, series));
    for (int s = 0; s < series; s++) {
      for (int g = 0; g < plot.groups().size(); g++) {
        double left = frame.left() + band * (g + 0.5) + width * (s - series / 2.0);
        bar(s, plot.series().get(s).points().get(g), left, width, frame);
      }
    }
    if (plot.groups().isEmpty() || plot.series().isEmpty()) {
      SvgText.nothing(svg, frame);
    }
  }

  private void bar(int series, Point point, double left, double width, Frame frame) {
    double zero = yAxis.place(0, frame);
    double middle = left + width / 2;
    if (!Double.isFinite(point.y())) {
      SvgText.line(svg, Numbers.UNDEFINED, middle, zero - 5, "text-anchor", "middle");
      return;
    }
    double y = yAxis.place(point.y(), frame);
    box(svg, paint(series), left, Math.min(y, zero), width, Math.abs(y - zero));
    if (point.hasSpread()) {
      Whisker.draw(svg, middle, yAxis.place(point.low(), frame), yAxis.place(point.high(), frame));
    }
  }

  private static void box(
      Markup svg, String paint, double left, double top, double width, double height) {
    svg.empty(
        "rect", "class", "mark", "fill", paint, "x", left, "y", top, "width", width, "height",
        height);
  }

  private String paint(int series) {
    return "url(#" + hatch(series) + ")";
  }

  private String hatch(int series) {
    return plot.key() + "-hatch-" + series;
  }
}
