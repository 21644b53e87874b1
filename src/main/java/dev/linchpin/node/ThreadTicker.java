package dev.linchpin.node;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ticks in real time. */
final class ThreadTicker implements Ticker {
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final String name;

  /** Ticks in a thread of this name. */
  ThreadTicker(String name) {
    this.name = name;
  }

  @Override
  public Ticking every(Duration interval, Runnable task) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(this::thread);
    var ticking =
        thread.scheduleWithFixedDelay(task, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    return last -> {
      ticking.cancel(false);
      thread.execute(last);
      thread.shutdown();
      await(thread);
    };
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void await(ScheduledExecutorService thread) {
    try {
      if (!thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
