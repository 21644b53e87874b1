package dev.linchpin.app.bench.contender;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Watches a count grow and keeps what was seen when it passed a quarter and when it passed nineteen
 * twentieths of the total. For several threads.
 */
public final class Marks {
  /** Where the measured part begins, as a share of all records. */
  public static final double BEGIN = 0.25;

  /** Where it ends. */
  public static final double END = 0.95;

  private final long begin;
  private final long end;
  private final LongSupplier nanos;
  private final DoubleSupplier cpuSeconds;
  private Sight first;
  private Sight last;

  private record Sight(long count, long nanos, double cpuSeconds) {}

  /**
   * Nothing counted yet.
   *
   * @param total records in all
   * @param nanos the time
   * @param cpuSeconds processor time of the process that counts
   */
  public Marks(long total, LongSupplier nanos, DoubleSupplier cpuSeconds) {
    this.begin = (long) (BEGIN * total);
    this.end = (long) (END * total);
    this.nanos = nanos;
    this.cpuSeconds = cpuSeconds;
  }

  /** Notes how far it is now. */
  public synchronized void observe(long count) {
    if (first == null && count >= begin) {
      first = sight(count);
    } else if (last == null && count >= end) {
      last = sight(count);
    }
  }

  /** Whether the measured part is over. */
  public synchronized boolean over() {
    return last != null;
  }

  /**
   * The measured part.
   *
   * @throws IllegalStateException before it is over
   */
  public synchronized Steady steady() {
    if (last == null) {
      throw new IllegalStateException("expected " + end + " records, they have not come yet");
    }
    return new Steady(
        last.count - first.count,
        (last.nanos - first.nanos) / 1e9,
        last.cpuSeconds - first.cpuSeconds);
  }

  private Sight sight(long count) {
    return new Sight(count, nanos.getAsLong(), cpuSeconds.getAsDouble());
  }
}
