package dev.linchpin.study.report;

import dev.linchpin.study.report.Plot.Bars;
import dev.linchpin.study.report.Plot.HeatMap;
import dev.linchpin.study.report.Plot.Lines;
import dev.linchpin.study.report.Plot.Point;
import dev.linchpin.study.report.Plot.Series;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What a plot shows, for those who do not see it. */
final class PlotWords {
  private PlotWords() {}

  static String of(Plot plot) {
    if (plot instanceof Bars bars) {
      return "Bars of %s for %s. %s"
          .formatted(bars.yLabel(), String.join(", ", bars.groups()), series(bars.series()));
    } else if (plot instanceof Lines lines) {
      return "Lines of %s over %s. %s"
          .formatted(lines.yLabel(), lines.xLabel(), series(lines.series()));
    }
    HeatMap map = (HeatMap) plot;
    return "%s by %s: %d rows, %d columns, %s."
        .formatted(
            map.rowLabel(),
            map.columnLabel(),
            map.rows().size(),
            map.columns().size(),
            range(map.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue)));
  }

  private static String series(List<Series> series) {
    return series.stream()
        .map(s -> "%s: %s.".formatted(s.name(), range(s.points().stream().mapToDouble(Point::y))))
        .collect(Collectors.joining(" "));
  }

  private static String range(DoubleStream values) {
    DoubleSummaryStatistics finite = values.filter(Double::isFinite).summaryStatistics();
    return finite.getCount() == 0
        ? "no figures"
        : "from %s to %s".formatted(Numbers.brief(finite.getMin()), Numbers.brief(finite.getMax()));
  }
}
