package dev.linchpin.dashboard.live;

import java.time.Duration;
import java.time.Instant;

/** Steps in a second, over the last whole windows of five seconds. Not thread-safe. */
final class StepRate {
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private Instant windowAt;
  private long count;
  private double last;

  StepRate(Instant now) {
    this.windowAt = now;
  }

  void count(Instant now) {
    roll(now);
    count++;
  }

  double perSecond(Instant now) {
    roll(now);
    return last;
  }

  private void roll(Instant now) {
    Duration passed = Duration.between(windowAt, now);
    if (passed.compareTo(WINDOW) >= 0) {
      last = count / (passed.toNanos() / 1e9);
      count = 0;
      windowAt = now;
    }
  }
}
