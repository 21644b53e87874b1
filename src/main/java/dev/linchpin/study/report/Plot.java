package dev.linchpin.study.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A plot. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Plot.Bars.class, name = "bars"),
  @JsonSubTypes.Type(value = Plot.Lines.class, name = "lines"),
  @JsonSubTypes.Type(value = Plot.HeatMap.class, name = "heatMap")
})
public sealed interface Plot {
  /** Its name in files, in lower case with hyphens, unique in the report. */
  String key();

  /** What it shows, for people. */
  String title();

  /**
   * Bars in groups, a whisker on each whose ends are known.
   *
   * @param groups names along the x axis
   * @param series as many bars as groups each, side by side in a group
   * @param reference a horizontal line, such as chance; NaN for none
   */
  record Bars(
      String key,
      String title,
      String yLabel,
      List<String> groups,
      List<Series> series,
      double reference)
      implements Plot {
    public Bars {
      Keys.check(key);
      groups = List.copyOf(groups);
      series = List.copyOf(series);
      requireSize("bars of each series", groups.size(), series, Series::points);
    }
  }

  /**
   * Lines over numbers, a band or whiskers where ends are known.
   *
   * @param series points in ascending x
   * @param logarithmicX whether x grows by factors
   * @param reference a horizontal line; NaN for none
   */
  record Lines(
      String key,
      String title,
      String xLabel,
      String yLabel,
      List<Series> series,
      boolean logarithmicX,
      double reference)
      implements Plot {
    public Lines {
      Keys.check(key);
      series = List.copyOf(series);
      if (logarithmicX && points(series).anyMatch(point -> !(point.x() > 0))) {
        throw new IllegalArgumentException("expected x above 0 on the logarithmic axis of " + key);
      }
    }
  }

  /**
   * Numbers by row and column, each written into its field.
   *
   * @param values {@code [rows][columns]}, NaN where there is none
   * @param low value of the palest colour
   * @param high value of the strongest
   */
  record HeatMap(
      String key,
      String title,
      String rowLabel,
      String columnLabel,
      List<String> rows,
      List<String> columns,
      List<List<Double>> values,
      double low,
      double high)
      implements Plot {
    public HeatMap {
      Keys.check(key);
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      values = values.stream().map(List::copyOf).toList();
      requireSize("rows", rows.size(), List.of(values), row -> row);
      requireSize("columns of each row", columns.size(), values, row -> row);
    }
  }

  /**
   * What belongs together.
   *
   * @param name for the legend
   * @param points in order
   */
  record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A point or bar.
   *
   * @param x position; the group's index for bars
   * @param y NaN where there is none
   * @param low lower end of its spread, NaN for none
   * @param high upper end
   */
  record Point(double x, double y, double low, double high) {

    /** An estimate at a position. */
    public static Point of(double x, Cell.Estimate estimate) {
      return new Point(x, estimate.value(), estimate.low(), estimate.high());
    }

    /** A value whose spread is not known, or NaN for none. */
    public static Point of(double x, double y) {
      return new Point(x, y, Double.NaN, Double.NaN);
    }

    /** Whether both ends of a known y are known. */
    boolean hasSpread() {
      return Double.isFinite(y) && Double.isFinite(low) && Double.isFinite(high);
    }
  }

  private static Stream<Point> points(List<Series> series) {
    return series.stream().flatMap(s -> s.points().stream());
  }

  private static <T> void requireSize(
      String what, int expected, List<T> parts, Function<T, List<?>> items) {
    for (T part : parts) {
      int size = items.apply(part).size();
      if (size != expected) {
        throw new IllegalArgumentException(
            "expected %d %s, got %d".formatted(expected, what, size));
      }
    }
  }
}
