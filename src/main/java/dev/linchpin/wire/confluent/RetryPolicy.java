package dev.linchpin.wire.confluent;

import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Rounds of tries with growing waits between them.
 *
 * @param retries rounds after the first, at least 0
 * @param firstWait wait before the second round; doubles from round to round
 * @param longestWait where the doubling ends
 * @param pause waits
 */
record RetryPolicy(int retries, Duration firstWait, Duration longestWait, Pause pause) {

  /** Lets time pass, in milliseconds. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /**
   * Waits before a round.
   *
   * @param round from 0, which does not wait
   */
  void await(int round) {
    if (round == 0) {
      return;
    }
    try {
      pause.millis(waitBefore(round).toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Duration waitBefore(int round) {
    Duration wait = firstWait.multipliedBy(1L << Math.min(round - 1, 20));
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
