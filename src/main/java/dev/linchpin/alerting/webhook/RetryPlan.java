package dev.linchpin.alerting.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a notice is tried, and how long it rests between: twice as long each time, up to the
 * longest rest, half of it by chance, so that many notices do not come back at once.
 *
 * @param attempts most tries, at least 1
 * @param first rest after the first try
 * @param longest rest
 * @param timeout of one try, from the connection to the end of the answer
 */
public record RetryPlan(int attempts, Duration first, Duration longest, Duration timeout) {
  /** Ten tries within some seven minutes, of ten seconds each. */
  public static final RetryPlan DEFAULT =
      new RetryPlan(10, Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofSeconds(10));

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;

  public RetryPlan {
    if (attempts < 1 || first.isNegative() || longest.isNegative() || timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 attempt, no negative rest and a timeout, got %d, %s, %s and %s"
              .formatted(attempts, first, longest, timeout));
    }
  }

  /** How long to rest after a try, counted from 1. */
  Duration rest(int attempt, RandomGenerator random) {
    double doubled = first.toMillis() * Math.pow(2, attempt - 1);
    double whole = Math.min(doubled, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(whole / 2 * (1 + random.nextDouble())));
  }

  /** Whether an answer may be another at the next try. */
  static boolean mayPass(int status) {
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
  }
}
