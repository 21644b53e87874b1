package dev.linchpin.wire;

import java.time.Instant;

/**
 * An incident as it is now. Identity: the incident and the number of the change.
 *
 * @param incident all of it
 * @param change number of this change of the incident, from 1
 * @param changedAt when it became so
 * @param notice whether this change is to be notified, and as what
 */
public record IncidentChanged(Incident incident, long change, Instant changedAt, Notice notice) {
  /** What whoever listens outside is told. */
  public enum Notice {
    NONE,
    RAISED,
    RECOVERED
  }

  public IncidentChanged {
    if (change < 1) {
      throw new IllegalArgumentException("expected a change from 1, got " + change);
    }
  }
}
