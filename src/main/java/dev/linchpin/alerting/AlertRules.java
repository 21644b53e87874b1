package dev.linchpin.alerting;

import static java.util.Comparator.comparing;

import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in force: the default ones, and what {@code audit} says of them from its beginning on.
 *
 * @param all by signal and id
 */
public record AlertRules(List<AlertRule> all) {
  /** Most rules. */
  public static final int MOST = 100;

  /**
   * One for each signal.
   *
   * <table>
   *   <caption>Default rules; their ids are the signals' names with '-'</caption>
   *   <tr><th>signal<th>raise at<th>clear at<th>window<th>severity<th>notices a minute
   *   <tr><td>REMOVABLE_STREAK<td>6 steps<td>0<td><td>INFO<td>6
   *   <tr><td>REMOVABLE_SHARE<td>0.7<td>0.5<td>200 steps<td>WARNING<td>6
   *   <tr><td>UNCERTAIN_SHARE<td>0.6<td>0.4<td>200 steps<td>WARNING<td>6
   *   <tr><td>MISSED_DEADLINES<td>0.05<td>0.02<td>200 steps<td>WARNING<td>6
   *   <tr><td>LOW_AUROC<td>0.7<td>0.75<td>100 labels<td>CRITICAL<td>6
   *   <tr><td>CALIBRATION_ERROR<td>0.15<td>0.1<td>100 labels<td>WARNING<td>6
   *   <tr><td>SCORE_DRIFT<td>0.25<td>0.2<td>100 scores<td>WARNING<td>6
   *   <tr><td>ACTIVATION_DRIFT<td>1<td>0.8<td>100 scores<td>WARNING<td>6
   *   <tr><td>DEAD_LETTERS<td>1<td>0<td><td>WARNING<td>6
   * </table>
   */
  public static final AlertRules DEFAULT =
      new AlertRules(
          List.of(
              rule(AlertSignal.REMOVABLE_STREAK, 6, 0, 1, Severity.INFO),
              rule(AlertSignal.REMOVABLE_SHARE, 0.7, 0.5, 200, Severity.WARNING),
              rule(AlertSignal.UNCERTAIN_SHARE, 0.6, 0.4, 200, Severity.WARNING),
              rule(AlertSignal.MISSED_DEADLINES, 0.05, 0.02, 200, Severity.WARNING),
              rule(AlertSignal.LOW_AUROC, 0.7, 0.75, 100, Severity.CRITICAL),
              rule(AlertSignal.CALIBRATION_ERROR, 0.15, 0.1, 100, Severity.WARNING),
              rule(AlertSignal.SCORE_DRIFT, 0.25, 0.2, 100, Severity.WARNING),
              rule(AlertSignal.ACTIVATION_DRIFT, 1, 0.8, 100, Severity.WARNING),
              rule(AlertSignal.DEAD_LETTERS, 1, 0, 1, Severity.WARNING)));

  private static final int NOTICES_A_MINUTE = 6;

  public AlertRules {
    all = all.stream().sorted(comparing(AlertRule::signal).thenComparing(AlertRule::id)).toList();
  }

  /** The rule with an id. */
  public Optional<AlertRule> find(String id) {
    return all.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * With a rule, in place of the one with its id.
   *
   * @throws RefusedActionException if that one is about another signal, or there are too many
   */
  public AlertRules with(AlertRule rule) {
    Optional<AlertRule> old = find(rule.id());
    if (old.isPresent() && old.get().signal() != rule.signal()) {
      throw new RefusedActionException(
          "expected rule %s to stay about %s, got %s"
              .formatted(rule.id(), old.get().signal(), rule.signal()));
    }
    if (old.isEmpty() && all.size() >= MOST) {
      throw new RefusedActionException("expected at most %d rules, got one more".formatted(MOST));
    }
    Map<String, AlertRule> byId = new HashMap<>();
    all.forEach(each -> byId.put(each.id(), each));
    byId.put(rule.id(), rule);
    return new AlertRules(new ArrayList<>(byId.values()));
  }

  /**
   * As they are after something was done; the same where it was about something else.
   *
   * @throws RefusedActionException if the change cannot be
   */
  public AlertRules after(OperatorActed acted) {
    return acted.action() == Action.RULE_CHANGED ? with(ActionDetail.rule(acted)) : this;
  }

  /** Those at work on a signal. */
  Stream<AlertRule> of(AlertSignal signal) {
    return all.stream().filter(rule -> rule.enabled() && rule.signal() == signal);
  }

  private static AlertRule rule(
      AlertSignal signal, double raiseAt, double clearAt, int window, Severity severity) {
    String id = signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new AlertRule(id, signal, raiseAt, clearAt, window, severity, true, NOTICES_A_MINUTE);
  }
}
