package dev.linchpin.replay;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * When records are due. The first record that is asked about is due at once, and every other so
 * much later as it was written later, divided by the factor. Time during which a run stands still
 * does not count. For all consumers of a process.
 */
final class Pace {
  /** Not before the run goes on. */
  static final long NEVER = Long.MAX_VALUE;

  private static final double NANOS_PER_MS = 1e6;

  private final OptionalDouble factor;
  private final LongSupplier nanoTime;
  private boolean begun;
  private long firstMs;
  private long firstNanos;
  private boolean still;
  private long stillSinceNanos;

  /**
   * A pace that has not begun.
   *
   * @param factor how many times as fast as they were written; empty for as fast as possible
   * @param nanoTime a clock that only goes forward, nanoseconds
   */
  Pace(OptionalDouble factor, LongSupplier nanoTime) {
    this.factor = factor;
    this.nanoTime = nanoTime;
  }

  /**
   * Nanoseconds until a record is due, 0 for now.
   *
   * @param timestampMs the record's own time, milliseconds since 1970
   */
  synchronized long nanosUntil(long timestampMs) {
    if (still) {
      return NEVER;
    }
    if (factor.isEmpty()) {
      return 0;
    }
    long now = nanoTime.getAsLong();
    if (!begun) {
      begun = true;
      firstMs = timestampMs;
      firstNanos = now;
    }
    double later = (timestampMs - firstMs) * NANOS_PER_MS / factor.getAsDouble();
    return Math.max(0, (long) later - (now - firstNanos));
  }

  /** Nothing is due from now on. */
  synchronized void pause() {
    if (!still) {
      still = true;
      stillSinceNanos = nanoTime.getAsLong();
    }
  }

  /** Goes on where it stood still. */
  synchronized void resume() {
    if (still) {
      still = false;
      firstNanos += nanoTime.getAsLong() - stillSinceNanos;
    }
  }
}
