package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.Params;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * Which incidents are wanted; all where a filter is empty.
 *
 * @param state how far they are
 * @param severity how bad
 * @param rule id of their rule
 * @param subject name of what they are about
 */
record IncidentQuery(
    Optional<StateFilter> state,
    Optional<Severity> severity,
    Optional<String> rule,
    Optional<String> subject) {

  /** States, and what is muted and not over. */
  enum StateFilter {
    OPEN,
    ACKNOWLEDGED,
    RECOVERED,
    MUTED
  }

  /**
   * From parameters of a request.
   *
   * @throws dev.linchpin.dashboard.http.ProblemException with 400 if one has no such value
   */
  static IncidentQuery of(
      Optional<String> state,
      Optional<String> severity,
      Optional<String> rule,
      Optional<String> subject) {
    return new IncidentQuery(
        Params.oneOf("state", state, StateFilter.class),
        Params.oneOf("severity", severity, Severity.class),
        Params.text(rule),
        Params.text(subject));
  }

  boolean covers(Incident incident, Instant now) {
    return state.map(wanted -> is(wanted, incident, now)).orElse(true)
        && severity.map(wanted -> wanted == incident.severity()).orElse(true)
        && rule.map(wanted -> wanted.equals(incident.rule())).orElse(true)
        && subject.map(wanted -> wanted.equals(incident.subject().name())).orElse(true);
  }

  private static boolean is(StateFilter wanted, Incident incident, Instant now) {
    return switch (wanted) {
      case OPEN -> incident.state() == Incident.State.OPEN;
      case ACKNOWLEDGED -> incident.state() == Incident.State.ACKNOWLEDGED;
      case RECOVERED -> incident.state() == Incident.State.RECOVERED;
      case MUTED -> incident.isStanding() && incident.isMuted(now);
    };
  }
}
