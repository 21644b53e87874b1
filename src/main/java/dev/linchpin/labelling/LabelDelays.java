package dev.linchpin.labelling;

import dev.linchpin.quality.Percentiles;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import java.util.Arrays;

/** How long labels took, in the bins of {@link Delays}. */
final class LabelDelays {
  private LabelDelays() {}

  /**
   * Counts and median.
   *
   * @param delaysMs {@code [n]} milliseconds, 0 or more
   */
  static Delays of(long[] delaysMs) {
    long[] counts = new long[Delays.BOUNDS.size() + 1];
    Arrays.stream(delaysMs).forEach(delay -> counts[bin(delay)]++);
    double median = Percentiles.of(Arrays.stream(delaysMs).asDoubleStream().toArray()).at(0.5);
    return new Delays(Arrays.stream(counts).boxed().toList(), LabelFigures.defined(median));
  }

  private static int bin(long delayMs) {
    return (int) Delays.BOUNDS.stream().filter(bound -> delayMs > bound.toMillis()).count();
  }
}
