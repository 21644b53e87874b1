package dev.linchpin.alerting;

import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Handling;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.OperatorActed;
import java.time.Instant;
import java.util.Optional;

/** What people can do about an incident. */
public final class IncidentActions {
  private IncidentActions() {}

  /**
   * The incident as it is after something was done to it. A mute is for what the incident is about:
   * it also holds for one that is opened anew meanwhile.
   *
   * @throws RefusedActionException if it cannot be done
   */
  public static Incident after(Incident incident, OperatorActed acted) {
    return switch (acted.action()) {
      case INCIDENT_ACKNOWLEDGED -> acknowledged(incident, acted);
      case INCIDENT_MUTED ->
          muted(incident, Optional.of(acted.at().plus(ActionDetail.minutes(acted))));
      case INCIDENT_UNMUTED -> muted(incident, Optional.empty());
      case OTHER,
          RULE_CHANGED,
          PROBE_PROMOTED,
          PROBE_RETIRED,
          PROBE_ROLLED_BACK,
          REPLAY_STARTED,
          REPLAY_PAUSED,
          REPLAY_RESUMED,
          REPLAY_REMOVED ->
          throw new RefusedActionException(
              "expected something that concerns an incident, got " + acted.action());
    };
  }

  static Incident muted(Incident incident, Optional<Instant> until) {
    Handling before = incident.handling();
    return incident.handled(
        incident.state(), new Handling(before.acknowledgedBy(), before.note(), until));
  }

  private static Incident acknowledged(Incident incident, OperatorActed acted) {
    if (!incident.isStanding()) {
      throw new RefusedActionException(
          "expected an incident that is not over, %s recovered".formatted(incident.id()));
    }
    return incident.handled(
        State.ACKNOWLEDGED,
        new Handling(
            Optional.of(acted.user()), ActionDetail.note(acted), incident.handling().mutedUntil()));
  }
}
