package dev.linchpin.app.bench.load;

import java.time.Instant;

/**
 * A clock that never jumps: one reading of the wall clock when it is made, and the monotonic clock
 * from there on.
 */
public final class SteadyClock {
  private final long originNanos = System.nanoTime();
  private final long origin = Micros.of(Instant.now());

  /** Microseconds since 1970. */
  public long micros() {
    return origin + (System.nanoTime() - originNanos) / 1_000;
  }
}
