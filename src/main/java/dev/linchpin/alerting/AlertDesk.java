package dev.linchpin.alerting;

import static dev.linchpin.alerting.AlertSignal.ACTIVATION_DRIFT;
import static dev.linchpin.alerting.AlertSignal.CALIBRATION_ERROR;
import static dev.linchpin.alerting.AlertSignal.DEAD_LETTERS;
import static dev.linchpin.alerting.AlertSignal.LOW_AUROC;
import static dev.linchpin.alerting.AlertSignal.SCORE_DRIFT;

import dev.linchpin.alerting.Observation.Acted;
import dev.linchpin.alerting.Observation.Buried;
import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Measured;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.wire.Incident.Subject;
import dev.linchpin.wire.Incident.SubjectKind;
import dev.linchpin.wire.OperatorActed;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Decides: observations and what people do in, changes of incidents out. Knows the time by what it
 * is told. Not thread-safe.
 */
final class AlertDesk {
  private final Shelf<AlertRule> changedRules;
  private final StepSignals steps;
  private final IncidentBook book;
  private final LetterCount letters = new LetterCount();
  private AlertRules rules = AlertRules.DEFAULT;

  /**
   * A desk.
   *
   * @param state what it knows already
   * @param out takes what is published
   */
  AlertDesk(DeskState state, DeskLimits limits, Consumer<Publication> out) {
    changedRules = state.rules();
    for (AlertRule rule : changedRules.values()) {
      rules = rules.with(rule);
    }
    book = new IncidentBook(state.incidents(), limits, out);
    steps = new StepSignals(state.chains(), state.windows(), limits, book);
  }

  /**
   * Something happened.
   *
   * @throws RefusedActionException if someone did what cannot be done
   */
  void take(Observation observation, Instant now) {
    if (observation instanceof Judged judged) {
      steps.judged(judged, rules, now);
    } else if (observation instanceof Timed timed) {
      steps.timed(timed, rules, now);
    } else if (observation instanceof Ended ended) {
      steps.ended(ended, rules, now);
    } else if (observation instanceof Measured measured) {
      measured(measured, now);
    } else if (observation instanceof Buried) {
      buried(now);
    } else if (observation instanceof Acted acted) {
      acted(acted.what(), now);
    }
  }

  /** Time has passed. */
  void tick(Instant now) {
    steps.tick(rules, now);
    int count = letters.count(now);
    rules
        .of(DEAD_LETTERS)
        .filter(rule -> !rule.raises(count))
        .forEach(rule -> measured(rule, Subject.CLUSTER, count, now));
    book.tick(rules::find, now);
  }

  private void buried(Instant now) {
    letters.add(now);
    int count = letters.count(now);
    rules.of(DEAD_LETTERS).forEach(rule -> measured(rule, Subject.CLUSTER, count, now));
  }

  private void measured(Measured measured, Instant now) {
    Subject probe = new Subject(SubjectKind.PROBE, measured.probe());
    figure(LOW_AUROC, probe, measured.labels(), measured.auroc(), now);
    figure(CALIBRATION_ERROR, probe, measured.labels(), measured.calibrationError(), now);
    figure(SCORE_DRIFT, probe, measured.scores(), measured.scoreDrift(), now);
    figure(ACTIVATION_DRIFT, probe, measured.scores(), measured.activationDrift(), now);
  }

  private void figure(
      AlertSignal signal, Subject probe, long basis, OptionalDouble figure, Instant now) {
    if (figure.isPresent()) {
      rules
          .of(signal)
          .filter(rule -> basis >= rule.window())
          .forEach(rule -> measured(rule, probe, figure.getAsDouble(), now));
    }
  }

  private void measured(AlertRule rule, Subject subject, double value, Instant now) {
    book.measured(rule, subject, value, Optional.empty(), now);
  }

  private void acted(OperatorActed acted, Instant now) {
    switch (acted.action()) {
      case INCIDENT_ACKNOWLEDGED, INCIDENT_MUTED, INCIDENT_UNMUTED ->
          book.acted(acted, rules::find, now);
      case RULE_CHANGED -> change(acted, now);
      case OTHER,
          PROBE_PROMOTED,
          PROBE_RETIRED,
          PROBE_ROLLED_BACK,
          REPLAY_STARTED,
          REPLAY_PAUSED,
          REPLAY_RESUMED,
          REPLAY_REMOVED -> {
        // Only told.
      }
    }
  }

  private void change(OperatorActed acted, Instant now) {
    rules = rules.after(acted);
    AlertRule rule = rules.find(acted.target()).orElseThrow();
    changedRules.put(rule.id(), rule);
    if (!rule.enabled()) {
      book.disabled(rule.id(), now);
    }
  }
}
