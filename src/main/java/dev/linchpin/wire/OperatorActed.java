package dev.linchpin.wire;

import java.time.Instant;

/**
 * A person, or a program on behalf of one, changed something. What concerns incidents and alert
 * rules takes effect by being written; everything else is only told.
 *
 * @param at when it was done
 * @param user who did it
 * @param action what was done
 * @param target what it was done to: the id of an incident or a rule, a probe's key, a run
 * @param detail more of it: a JSON object, empty for none
 */
public record OperatorActed(Instant at, String user, Action action, String target, String detail) {

  /** What can be done. */
  public enum Action {
    /** Something that a newer version knows. */
    OTHER,
    /** Detail: {@code note}. */
    INCIDENT_ACKNOWLEDGED,
    /** Detail: {@code minutes}. */
    INCIDENT_MUTED,
    INCIDENT_UNMUTED,
    /** Detail: the whole rule. */
    RULE_CHANGED,
    PROBE_PROMOTED,
    PROBE_RETIRED,
    PROBE_ROLLED_BACK,
    REPLAY_STARTED,
    REPLAY_PAUSED,
    REPLAY_RESUMED,
    REPLAY_REMOVED
  }
}
