package dev.linchpin.study.report;

/**
 * A column of a table.
 *
 * @param key its name in JSON and CSV, in camel case
 * @param heading its name for people, with the unit
 * @param decimals digits after the point of its estimates
 */
public record Column(String key, String heading, int decimals) {

  /** A column of words or counts. */
  public static Column words(String key, String heading) {
    return new Column(key, heading, 0);
  }
}
