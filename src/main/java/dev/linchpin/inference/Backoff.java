package dev.linchpin.inference;

import java.time.Duration;

/**
 * Waits between tries, each twice as long as the one before.
 *
 * @param first the wait after the first try
 * @param longest where the doubling ends
 * @param pause waits
 */
record Backoff(Duration first, Duration longest, Pause pause) {

  /** A tenth of a second to ten seconds. */
  static final Backoff DEFAULT =
      new Backoff(
          Duration.ofMillis(100), Duration.ofSeconds(10), wait -> Thread.sleep(wait.toMillis()));

  /** Lets time pass. */
  @FunctionalInterface
  interface Pause {
    void pause(Duration wait) throws InterruptedException;
  }

  /**
   * Waits after a try that failed.
   *
   * @param attempt from 0
   */
  void await(int attempt) throws InterruptedException {
    Duration wait = first.multipliedBy(1L << Math.min(attempt, 20));
    pause.pause(wait.compareTo(longest) < 0 ? wait : longest);
  }
}
