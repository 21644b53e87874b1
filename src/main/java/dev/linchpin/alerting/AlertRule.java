package dev.linchpin.alerting;

import dev.linchpin.wire.Incident.Severity;

/**
 * From when on a signal is an incident, and until when it stays one: between the two thresholds
 * nothing changes.
 *
 * @param id lower-case letters, digits and '-', at most 60
 * @param signal what is measured
 * @param raiseAt a measurement as bad as this raises an incident, in the signal's unit
 * @param clearAt a measurement as good as this ends it; better than {@code raiseAt}
 * @param window shares: of how many steps, judged from then on; probes: how many labels there must
 *     have been (drifts: how many scores the evaluation must rest on, of which labelling takes its
 *     own window at most); at least 1, without meaning where the signal has none
 * @param severity of its incidents
 * @param enabled whether it is at work
 * @param notificationsPerMinute most incidents that are notified as raised within a minute, at
 *     least 0; whoever was told that one was raised is told that it is over
 */
public record AlertRule(
    String id,
    AlertSignal signal,
    double raiseAt,
    double clearAt,
    int window,
    Severity severity,
    boolean enabled,
    int notificationsPerMinute) {
  /** Largest window. */
  public static final int LARGEST_WINDOW = 10_000;

  public AlertRule {
    if (id == null || !id.matches("[a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException(
          "id: expected 1 to 60 lower-case letters, digits and '-', got " + id);
    }
    if (signal == null || severity == null) {
      throw new IllegalArgumentException(
          "expected a signal and a severity, got %s and %s".formatted(signal, severity));
    }
    boolean finite = Double.isFinite(raiseAt) && Double.isFinite(clearAt);
    if (!finite || signal.isAsBad(clearAt, raiseAt)) {
      throw new IllegalArgumentException(
          "clearAt: expected a number better than raiseAt, got %s and %s"
              .formatted(clearAt, raiseAt));
    }
    if (window < 1 || window > LARGEST_WINDOW) {
      throw new IllegalArgumentException(
          "window: expected 1 to %d, got %d".formatted(LARGEST_WINDOW, window));
    }
    if (notificationsPerMinute < 0) {
      throw new IllegalArgumentException(
          "notificationsPerMinute: expected 0 or more, got " + notificationsPerMinute);
    }
  }

  boolean raises(double value) {
    return signal.isAsBad(value, raiseAt);
  }

  boolean clears(double value) {
    return signal.isAsGood(value, clearAt);
  }
}
