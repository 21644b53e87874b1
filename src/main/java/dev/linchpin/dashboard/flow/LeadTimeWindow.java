package dev.linchpin.dashboard.flow;

import dev.linchpin.quality.Percentiles;
import dev.linchpin.reasoning.LeadTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Lead times of the last 10,000 steps. Thread-safe. */
public final class LeadTimeWindow {
  /** Steps that are kept. */
  public static final int STEPS = 10_000;

  /** Milliseconds; the first bin is of verdicts that came too late. */
  private static final List<Integer> BOUNDS_MS =
      Stream.concat(Stream.of(0), LeadTime.BOUNDS_MS.stream()).toList();

  private final double[] aheadMs = new double[STEPS];
  private long added;

  /** Takes a lead time. */
  public synchronized void add(LeadTime measured) {
    aheadMs[(int) (added % STEPS)] = measured.ahead().toNanos() / 1e6;
    added++;
  }

  /** What is known of the window. */
  public LeadTimes leadTimes() {
    double[] window = window();
    Percentiles percentiles = Percentiles.of(window);
    int missed = (int) Arrays.stream(window).filter(ahead -> ahead <= 0).count();
    return new LeadTimes(
        window.length,
        missed,
        defined((double) missed / window.length),
        BOUNDS_MS,
        counts(window),
        defined(percentiles.at(0.01)),
        defined(percentiles.at(0.5)),
        defined(percentiles.at(0.99)));
  }

  private synchronized double[] window() {
    return Arrays.copyOf(aheadMs, (int) Math.min(added, STEPS));
  }

  private static List<Integer> counts(double[] window) {
    Integer[] counts = new Integer[BOUNDS_MS.size() + 1];
    Arrays.fill(counts, 0);
    for (double ahead : window) {
      counts[bin(ahead)]++;
    }
    return List.of(counts);
  }

  private static int bin(double ahead) {
    int bin = 0;
    while (bin < BOUNDS_MS.size() && ahead > BOUNDS_MS.get(bin)) {
      bin++;
    }
    return bin;
  }

  private static OptionalDouble defined(double figure) {
    return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
