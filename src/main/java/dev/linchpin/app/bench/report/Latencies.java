package dev.linchpin.app.bench.report;

import dev.linchpin.quality.Percentiles;

/**
 * How long things took, and how many never came.
 *
 * @param millis of those that came, {@code [n]}, milliseconds, in any order
 * @param expected how many should have come, at least n
 */
public record Latencies(double[] millis, long expected) {

  /** A percentile in milliseconds over those that came; NaN when none did. */
  public double at(double share) {
    return Percentiles.of(millis).at(share);
  }

  /** Share of all that were expected that came within a time; NaN when none was expected. */
  public double within(double limitMillis) {
    long inTime = 0;
    for (double value : millis) {
      inTime += value <= limitMillis ? 1 : 0;
    }
    return (double) inTime / expected;
  }

  /** How many never came. */
  public long missing() {
    return expected - millis.length;
  }
}
