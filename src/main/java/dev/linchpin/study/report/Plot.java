package dev.linchpin.study.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

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
      implements Plot {}

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
      implements Plot {}

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
      implements Plot {}

  /**
   * What belongs together.
   *
   * @param name for the legend
   * @param points in order
   */
  record Series(String name, List<Point> points) {}

  /**
   * A point or bar.
   *
   * @param x position; the group's index for bars
   * @param y NaN where there is none
   * @param low lower end of its spread, NaN for none
   * @param high upper end
   */
  record Point(double x, double y, double low, double high) {}
}
