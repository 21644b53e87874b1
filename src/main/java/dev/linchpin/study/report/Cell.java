package dev.linchpin.study.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands in a table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cell.Words.class, name = "words"),
  @JsonSubTypes.Type(value = Cell.Count.class, name = "count"),
  @JsonSubTypes.Type(value = Cell.Estimate.class, name = "estimate"),
  @JsonSubTypes.Type(value = Cell.Nothing.class, name = "nothing")
})
public sealed interface Cell {

  /** Words. */
  record Words(String text) implements Cell {}

  /** How many. */
  record Count(long value) implements Cell {}

  /**
   * A measured figure.
   *
   * @param value NaN where it is not defined
   * @param low lower end of its spread; NaN where none is known
   * @param high upper end
   * @param spread what the ends are
   * @param n what it was measured on, in the unit of its column's or table's title
   */
  record Estimate(double value, double low, double high, Spread spread, long n) implements Cell {}

  /** Not measured, or not possible here. */
  record Nothing() implements Cell {}

  /** What the ends of an estimate are. */
  enum Spread {
    /** Of the 95 % interval by a bootstrap over chains. */
    INTERVAL_95,
    /** Value minus and plus the standard deviation over seeds. */
    DEVIATION_OVER_SEEDS,
    /** Nothing is said. */
    NONE
  }

  static Cell words(String text) {
    return new Words(text);
  }

  static Cell count(long value) {
    return new Count(value);
  }

  static Cell nothing() {
    return new Nothing();
  }
}
