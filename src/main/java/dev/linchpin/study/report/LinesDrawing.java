package dev.linchpin.study.report;

import dev.linchpin.study.report.Plot.Lines;
import dev.linchpin.study.report.Plot.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lines broken where nothing is known, bands around them, a shape at each point or some. */
final class LinesDrawing {
  private static final int MOST_MARKS = 30;

  private final Lines plot;
  private final Markup svg;
  private final XAxis xAxis;
  private final YAxis yAxis;

  LinesDrawing(Lines plot, Markup svg) {
    this.plot = plot;
    this.svg = svg;
    this.xAxis = new XAxis(points().mapToDouble(Point::x).toArray(), plot.logarithmicX());
    this.yAxis = new YAxis(values(), plot.yLabel());
  }

  /** Draws all below a height and gives where it ends. */
  double draw(double top) {
    double frameTop = legend().draw(svg, top) + 8;
    Frame frame =
        new Frame(
            yAxis.width(),
            frameTop,
            SvgStyle.WIDTH - SvgStyle.MARGIN,
            frameTop + SvgStyle.FRAME_HEIGHT);
    yAxis.draw(svg, frame);
    yAxis.drawReference(svg, plot.reference(), frame);
    for (int s = 0; s < plot.series().size(); s++) {
      series(s, frame);
    }
    if (points().noneMatch(LinesDrawing::isKnown)) {
      SvgText.nothing(svg, frame);
    }
    return xAxis.draw(svg, plot.xLabel(), frame);
  }

  private Stream<Point> points() {
    return plot.series().stream().flatMap(series -> series.points().stream());
  }

  private DoubleStream values() {
    return DoubleStream.concat(
        DoubleStream.of(plot.reference()),
        points().flatMapToDouble(point -> DoubleStream.of(point.y(), point.low(), point.high())));
  }

  private Legend legend() {
    Legend legend = new Legend();
    for (int s = 0; s < plot.series().size(); s++) {
      int series = s;
      legend.add(plot.series().get(s).name(), (to, x, y) -> symbol(to, series, x, y));
    }
    legend.addReference(plot.reference());
    return legend;
  }

  private static void symbol(Markup svg, int series, double x, double y) {
    svg.empty("line", "class", SvgStyle.line(series), "x1", x, "y1", y, "x2", x + 26, "y2", y);
    SvgStyle.mark(svg, series, x + 13, y);
  }

  private void series(int series, Frame frame) {
    List<Point> points = plot.series().get(series).points();
    runs(points, Point::hasSpread).forEach(run -> spread(series, run, frame));
    for (List<Point> run : runs(points, LinesDrawing::isKnown)) {
      String line = path(run, Point::y, frame);
      svg.empty("polyline", "class", SvgStyle.line(series), "points", line);
      marks(series, run, frame);
    }
  }

  /** A band, or a whisker at a point without neighbours. */
  private void spread(int series, List<Point> run, Frame frame) {
    if (run.size() == 1) {
      Point point = run.get(0);
      Whisker.draw(
          svg,
          xAxis.place(point.x(), frame),
          yAxis.place(point.low(), frame),
          yAxis.place(point.high(), frame));
      return;
    }
    List<Point> back = new ArrayList<>(run);
    Collections.reverse(back);
    String around = path(run, Point::high, frame) + " " + path(back, Point::low, frame);
    svg.empty("polygon", "class", "band " + SvgStyle.fill(series), "points", around);
  }

  private void marks(int series, List<Point> run, Frame frame) {
    int step = (run.size() + MOST_MARKS - 1) / MOST_MARKS;
    for (int i = 0; i < run.size(); i += step) {
      Point point = run.get(i);
      SvgStyle.mark(svg, series, xAxis.place(point.x(), frame), yAxis.place(point.y(), frame));
    }
  }

  private String path(List<Point> points, ToDoubleFunction<Point> height, Frame frame) {
    return points.stream()
        .map(
            point ->
                Numbers.coordinate(xAxis.place(point.x(), frame))
                    + ","
                    + Numbers.coordinate(yAxis.place(height.applyAsDouble(point), frame)))
        .collect(Collectors.joining(" "));
  }

  /** Neighbours that all have something. */
  private static List<List<Point>> runs(List<Point> points, Predicate<Point> has) {
    List<List<Point>> runs = new ArrayList<>();
    List<Point> run = new ArrayList<>();
    for (Point point : points) {
      if (has.test(point)) {
        run.add(point);
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  private static boolean isKnown(Point point) {
    return Double.isFinite(point.x()) && Double.isFinite(point.y());
  }
}
