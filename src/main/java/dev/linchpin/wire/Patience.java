package dev.linchpin.wire;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Waits in place while something is away, so that no record is skipped and no thread is lost: tries
 * again with growing pauses until it answers or its owner closes. A wait beyond the consumer's poll
 * interval costs a rebalance, no record: nothing is committed meanwhile.
 */
public final class Patience {
  /** Lets time pass. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Pause pause;
  private final BooleanSupplier closing;

  /** Lets real time pass; gives up once {@code closing} is true. */
  public static Patience until(BooleanSupplier closing) {
    return new Patience(time -> Thread.sleep(time.toMillis()), closing);
  }

  /** Waits by {@code pause} and gives up once {@code closing} is true. */
  public Patience(Pause pause, BooleanSupplier closing) {
    this.pause = pause;
    this.closing = closing;
  }

  /**
   * The result of the first try that succeeds.
   *
   * @throws RetriableException of the last try when its owner closes
   */
  public <T> T insist(Supplier<T> attempt) {
    Duration next = FIRST;
    while (true) {
      try {
        return attempt.get();
      } catch (RetriableException e) {
        rethrowWhenClosing(e);
        LOG.warnf("Waiting for what is away: waitMs=%d cause=%s", next.toMillis(), e.getMessage());
        sleep(next);
        next = longer(next);
      }
    }
  }

  private void rethrowWhenClosing(RetriableException failure) {
    if (closing.getAsBoolean()) {
      throw failure;
    }
  }

  private void sleep(Duration time) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }
}
