package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person should look at: a rule and what it is about, from the time that it was
 * raised.
 *
 * @param id identity; what recovered and is raised again is another incident
 * @param rule id of the rule that raised it
 * @param severity how bad it is
 * @param subject what it is about
 * @param state how far it is
 * @param last what raised it last
 * @param occurrences how often it was measured beyond the threshold, from 1
 * @param openedAt when it was raised
 * @param recoveredAt when it was over
 * @param handling what people did about it
 * @param suppressedNotifications notices that were not sent: it was muted, or its rule had too many
 */
public record Incident(
    String id,
    String rule,
    Severity severity,
    Subject subject,
    State state,
    Reading last,
    long occurrences,
    Instant openedAt,
    Optional<Instant> recoveredAt,
    Handling handling,
    long suppressedNotifications) {

  /** How bad it is, the least first. */
  public enum Severity {
    INFO,
    WARNING,
    CRITICAL
  }

  /** How far it is. */
  public enum State {
    OPEN,
    ACKNOWLEDGED,
    RECOVERED
  }

  /** What an incident can be about. */
  public enum SubjectKind {
    CHAIN,
    MODEL,
    PROBE,
    CLUSTER
  }

  /**
   * What an incident is about.
   *
   * @param kind what it is
   * @param name chainId, name of a model, key of a probe version, or {@code cluster}
   */
  public record Subject(SubjectKind kind, String name) {
    /** All of the installation. */
    public static final Subject CLUSTER = new Subject(SubjectKind.CLUSTER, "cluster");
  }

  /**
   * A measurement beyond a threshold.
   *
   * @param value what was measured, in the unit of the rule's signal
   * @param threshold the rule's at that time
   * @param at when
   * @param step the step whose score led to it, where one did
   */
  public record Reading(double value, double threshold, Instant at, Optional<ScoredStep> step) {}

  /**
   * A step and the score that the champion gave it.
   *
   * @param ref the step
   * @param score in [0, 1]
   * @param verdict the score against the probe's thresholds
   */
  public record ScoredStep(StepRef ref, double score, Verdict verdict) {}

  /**
   * What people did about an incident.
   *
   * @param acknowledgedBy who has seen it
   * @param note what they noted
   * @param mutedUntil until when it is not notified
   */
  public record Handling(
      Optional<String> acknowledgedBy, Optional<String> note, Optional<Instant> mutedUntil) {
    /** Nothing. */
    public static final Handling NONE =
        new Handling(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is not over. */
  public boolean isStanding() {
    return state != State.RECOVERED;
  }

  /** Whether it is not notified at a time. */
  public boolean isMuted(Instant now) {
    return handling.mutedUntil().filter(now::isBefore).isPresent();
  }

  /** Beyond the threshold once more. */
  public Incident raised(Reading again, Severity now) {
    return new Incident(
        id,
        rule,
        now,
        subject,
        state,
        again,
        occurrences + 1,
        openedAt,
        recoveredAt,
        handling,
        suppressedNotifications);
  }

  /** It is over. */
  public Incident recovered(Instant at) {
    return with(State.RECOVERED, Optional.of(at), handling);
  }

  /** In another state, by what people did. */
  public Incident handled(State next, Handling by) {
    return with(next, recoveredAt, by);
  }

  /** One more notice was not sent. */
  public Incident suppressed() {
    return new Incident(
        id,
        rule,
        severity,
        subject,
        state,
        last,
        occurrences,
        openedAt,
        recoveredAt,
        handling,
        suppressedNotifications + 1);
  }

  private Incident with(State next, Optional<Instant> over, Handling by) {
    return new Incident(
        id,
        rule,
        severity,
        subject,
        next,
        last,
        occurrences,
        openedAt,
        over,
        by,
        suppressedNotifications);
  }
}
