package dev.linchpin.app.bench.load;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Publishes steps as fast as they are scored: some always wait. For one thread. */
public final class ClosedLoop {
  private static final long MOST_WAITING = 512;
  private static final int AT_ONCE = 64;
  private static final long PAUSE_NANOS = 5_000_000;

  private final StepPublisher publisher;
  private final LongSupplier scores;
  private final long before;
  private long sent;

  /**
   * Nothing published yet.
   *
   * @param scores how many scores there are, those of other loads included
   */
  public ClosedLoop(StepPublisher publisher, LongSupplier scores) {
    this.publisher = publisher;
    this.scores = scores;
    this.before = scores.getAsLong();
  }

  /** Steps of this load that have been scored. */
  public long scored() {
    return scores.getAsLong() - before;
  }

  /** Publishes some more, or waits a little while many wait. */
  public void advance() {
    if (sent - scored() > MOST_WAITING) {
      LockSupport.parkNanos(PAUSE_NANOS);
      return;
    }
    for (int i = 0; i < AT_ONCE; i++) {
      publisher.send(sent++, Micros.of(Instant.now()));
    }
    publisher.flush();
  }

  /** Waits until all that was published has been scored. */
  public void drain() {
    while (scored() < sent) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
