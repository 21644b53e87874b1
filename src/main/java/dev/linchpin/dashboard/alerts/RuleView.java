package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.AlertRule;
import dev.linchpin.alerting.AlertSignal;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.wire.Incident.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alert rule in JSON; see {@link AlertRule}.
 *
 * @param description what the signal is, for people; passed over in a change
 * @param unit of the thresholds; passed over in a change
 */
public record RuleView(
    Optional<String> id,
    Optional<AlertSignal> signal,
    Optional<String> description,
    Optional<String> unit,
    Optional<Double> raiseAt,
    Optional<Double> clearAt,
    Optional<Integer> window,
    Optional<Severity> severity,
    Optional<Boolean> enabled,
    Optional<Integer> notificationsPerMinute) {

  static RuleView of(AlertRule rule) {
    return new RuleView(
        Optional.of(rule.id()),
        Optional.of(rule.signal()),
        Optional.of(rule.signal().description()),
        Optional.of(rule.signal().unit()),
        Optional.of(rule.raiseAt()),
        Optional.of(rule.clearAt()),
        Optional.of(rule.window()),
        Optional.of(rule.severity()),
        Optional.of(rule.enabled()),
        Optional.of(rule.notificationsPerMinute()));
  }

  /**
   * The rule.
   *
   * @param expectedId the id that it must have, where it says one
   * @throws ProblemException with 400 if it is none
   */
  AlertRule rule(String expectedId) {
    requireAll();
    if (!id.orElse(expectedId).equals(expectedId)) {
      throw ProblemException.badRequest(
          "id: expected %s, got %s".formatted(expectedId, id.orElseThrow()));
    }
    try {
      return new AlertRule(
          expectedId,
          signal.orElseThrow(),
          raiseAt.orElseThrow(),
          clearAt.orElseThrow(),
          window.orElseThrow(),
          severity.orElseThrow(),
          enabled.orElseThrow(),
          notificationsPerMinute.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private void requireAll() {
    List<String> missing = new ArrayList<>();
    addIfMissing("signal", signal, missing);
    addIfMissing("raiseAt", raiseAt, missing);
    addIfMissing("clearAt", clearAt, missing);
    addIfMissing("window", window, missing);
    addIfMissing("severity", severity, missing);
    addIfMissing("enabled", enabled, missing);
    addIfMissing("notificationsPerMinute", notificationsPerMinute, missing);
    if (!missing.isEmpty()) {
      throw ProblemException.badRequest("expected a whole rule, missing are " + missing);
    }
  }

  private static void addIfMissing(String name, Optional<?> value, List<String> missing) {
    if (value.isEmpty()) {
      missing.add(name);
    }
  }
}
