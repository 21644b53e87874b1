package dev.linchpin.alerting;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.Incident.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident in JSON, for webhooks and the API.
 *
 * @param id identity
 * @param rule id of the rule that raised it
 * @param severity how bad it is
 * @param state how far it is
 * @param mutedUntil until when it is not notified
 * @param subject what it is about
 * @param value what was measured when it was raised last, in the unit of the rule's signal
 * @param threshold the rule's at that time
 * @param occurrences how often it was measured beyond the threshold, from 1
 * @param openedAt when it was raised
 * @param lastAt when it was raised last
 * @param recoveredAt when it was over
 * @param acknowledgedBy who has seen it
 * @param note what they noted
 * @param step the step whose score raised it last
 * @param suppressedNotifications notices that were not sent
 */
public record IncidentView(
    String id,
    String rule,
    Severity severity,
    State state,
    Optional<Instant> mutedUntil,
    SubjectView subject,
    double value,
    double threshold,
    long occurrences,
    Instant openedAt,
    Instant lastAt,
    Optional<Instant> recoveredAt,
    Optional<String> acknowledgedBy,
    Optional<String> note,
    Optional<StepView> step,
    long suppressedNotifications) {

  /**
   * What an incident is about.
   *
   * @param kind what it is
   * @param name chainId, name of a model, key of a probe version, or {@code cluster}
   */
  public record SubjectView(SubjectKind kind, String name) {}

  /**
   * A step and the champion's score of it.
   *
   * @param chainId its chain
   * @param index its index in the chain, from 0
   * @param score in [0, 1]
   * @param verdict the score against the probe's thresholds
   */
  public record StepView(String chainId, int index, double score, Verdict verdict) {}

  /** Of an incident. */
  public static IncidentView of(Incident incident) {
    return new IncidentView(
        incident.id(),
        incident.rule(),
        incident.severity(),
        incident.state(),
        incident.handling().mutedUntil(),
        new SubjectView(incident.subject().kind(), incident.subject().name()),
        incident.last().value(),
        incident.last().threshold(),
        incident.occurrences(),
        incident.openedAt(),
        incident.last().at(),
        incident.recoveredAt(),
        incident.handling().acknowledgedBy(),
        incident.handling().note(),
        incident.last().step().map(IncidentView::of),
        incident.suppressedNotifications());
  }

  private static StepView of(ScoredStep step) {
    return new StepView(step.ref().chainId(), step.ref().stepIndex(), step.score(), step.verdict());
  }
}
