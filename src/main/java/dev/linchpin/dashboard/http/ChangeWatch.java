package dev.linchpin.dashboard.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Looks at something on the cluster once a second and tells when it has become another, whoever
 * changed it.
 */
public final class ChangeWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Supplier<?> look;
  private final Signal signal;
  private final ScheduledExecutorService thread;
  private Object seen;

  /**
   * Begins to look.
   *
   * @param name of the thread
   * @param look gives what has an {@code equals} of its own
   * @param signal is fired on a change
   */
  public static ChangeWatch start(String name, Supplier<?> look, Signal signal) {
    ChangeWatch watch = new ChangeWatch(name, look, signal);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::lookAgain, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private ChangeWatch(String name, Supplier<?> look, Signal signal) {
    this.look = look;
    this.signal = signal;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Looks no longer; returns when the last look is over. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAgain() {
    try {
      Object now = look.get();
      boolean changed = seen != null && !seen.equals(now);
      seen = now;
      if (changed) {
        signal.fire();
      }
    } catch (KafkaException e) {
      LOG.debugf("Nothing to be seen: cause=%s", e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "Looking for changes failed");
    }
  }
}
