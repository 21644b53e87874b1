package dev.linchpin.app.bench.report;

/**
 * A column of a table.
 *
 * @param key its name in JSON
 * @param heading its name in text, with the unit
 * @param decimals digits after the point, where its cells are numbers
 */
public record Column(String key, String heading, int decimals) {

  /** A column of words. */
  public static Column words(String key, String heading) {
    return new Column(key, heading, 0);
  }
}
