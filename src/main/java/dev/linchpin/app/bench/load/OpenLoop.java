package dev.linchpin.app.bench.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Publishes steps on schedule, whatever becomes of them: each is due at its time, and latency
 * counts from then on, also where the publisher itself comes late. For one thread.
 */
public final class OpenLoop {
  private static final double MICROS = 1e6;

  private final StepPublisher publisher;
  private final SteadyClock clock;
  private long place;

  public OpenLoop(StepPublisher publisher, SteadyClock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * A schedule that was kept.
   *
   * @param from when the first step was due, microseconds since 1970
   * @param to after the last was due
   * @param steps how many there were
   * @param latest how late the publisher was at worst, microseconds
   */
  public record Sent(long from, long to, long steps, long latest) {}

  /**
   * Publishes and returns after the last step was handed over.
   *
   * @param rate steps a second
   * @param seconds for how long
   */
  public Sent run(double rate, double seconds) {
    long steps = Math.max(1, Math.round(rate * seconds));
    long start = clock.micros();
    long latest = 0;
    for (long i = 0; i < steps; i++) {
      long due = start + Math.round(i * MICROS / rate);
      await(due);
      latest = Math.max(latest, clock.micros() - due);
      publisher.send(place++, due);
    }
    long end = start + Math.round(steps * MICROS / rate);
    return new Sent(start, end, steps, latest);
  }

  private void await(long due) {
    for (long wait = due - clock.micros(); wait > 0; wait = due - clock.micros()) {
      LockSupport.parkNanos(wait * 1_000);
    }
  }
}
