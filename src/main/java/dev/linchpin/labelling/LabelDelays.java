package dev.linchpin.labelling;

import dev.linchpin.quality.Percentiles;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long labels took, in the bins of {@link Delays}. */
final class LabelDelays {
  /** Upper bounds of all bins but the last, each within its bin. */
  static final List<Duration> BOUNDS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(3),
          Duration.ofDays(1));

  private LabelDelays() {}

  /**
   * Counts and median.
   *
   * @param delaysMs {@code [n]} milliseconds, 0 or more
   */
  static Delays of(long[] delaysMs) {
    long[] counts = new long[BOUNDS.size() + 1];
    Arrays.stream(delaysMs).forEach(delay -> counts[bin(delay)]++);
    double median = Percentiles.of(Arrays.stream(delaysMs).asDoubleStream().toArray()).at(0.5);
    return new Delays(Arrays.stream(counts).boxed().toList(), LabelFigures.defined(median));
  }

  private static int bin(long delayMs) {
    return (int) BOUNDS.stream().filter(bound -> delayMs > bound.toMillis()).count();
  }
}
