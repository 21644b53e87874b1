package dev.linchpin.dashboard.alerts;

import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Severity;
import java.time.Instant;
import java.util.Arrays;
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
   * From parameters of a request, null for none.
   *
   * @throws ProblemException with 400 if one has no such value
   */
  static IncidentQuery of(String state, String severity, String rule, String subject) {
    return new IncidentQuery(
        choice("state", StateFilter.class, state),
        choice("severity", Severity.class, severity),
        text(rule),
        text(subject));
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

  private static <E extends Enum<E>> Optional<E> choice(
      String parameter, Class<E> type, String value) {
    return text(value).map(text -> constant(parameter, type, text));
  }

  private static <E extends Enum<E>> E constant(String parameter, Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "%s: expected one of %s, got %s"
              .formatted(parameter, Arrays.toString(type.getEnumConstants()), text));
    }
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isBlank());
  }
}
