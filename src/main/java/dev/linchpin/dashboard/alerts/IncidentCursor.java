package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.wire.Incident;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Where a page of incidents ends.
 *
 * @param openedAt when its last incident was opened
 * @param id of that incident
 */
record IncidentCursor(Instant openedAt, String id) {
  private static final String SEPARATOR = "~";

  static IncidentCursor of(Incident incident) {
    return new IncidentCursor(incident.openedAt(), incident.id());
  }

  /**
   * From its text.
   *
   * @throws ProblemException with 400 if it is none
   */
  static IncidentCursor parse(String text) {
    String[] parts = text.split(SEPARATOR, 2);
    try {
      return new IncidentCursor(Instant.parse(parts[0]), parts[parts.length - 1]);
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("after: expected a cursor of this list, got " + text);
    }
  }

  String text() {
    return openedAt + SEPARATOR + id;
  }

  /** Whether an incident comes after it, newest first. */
  boolean isBefore(Incident incident) {
    int time = incident.openedAt().compareTo(openedAt);
    return time < 0 || (time == 0 && incident.id().compareTo(id) > 0);
  }
}
