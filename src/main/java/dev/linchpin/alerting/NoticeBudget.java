package dev.linchpin.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many incidents of a rule may still be notified within a minute. In memory only: after a
 * restart a rule has a minute's notices anew.
 */
final class NoticeBudget {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, Deque<Instant>> sent = new HashMap<>();

  /** Whether one more may be notified now; if so, it counts. */
  boolean take(AlertRule rule, Instant now) {
    Deque<Instant> latest = sent.computeIfAbsent(rule.id(), id -> new ArrayDeque<>());
    while (!latest.isEmpty() && !latest.getFirst().plus(MINUTE).isAfter(now)) {
      latest.removeFirst();
    }
    if (latest.size() >= rule.notificationsPerMinute()) {
      return false;
    }
    latest.addLast(now);
    return true;
  }
}
