package dev.linchpin.dashboard.alerts;

import static java.util.Comparator.comparing;

import dev.linchpin.alerting.IncidentView;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.IncidentChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The incidents by what the topic says of them: the desk takes those away that are too many, so
 * that their number is bounded. Safe for use by several threads.
 */
final class KnownIncidents {
  private static final Comparator<Incident> NEWEST_FIRST =
      comparing(Incident::openedAt).reversed().thenComparing(Incident::id);

  private final Map<String, Incident> byId = new TreeMap<>();

  /** An incident as it is now; empty once it was taken away. */
  synchronized void note(String id, Optional<IncidentChanged> changed) {
    changed.ifPresentOrElse(change -> byId.put(id, change.incident()), () -> byId.remove(id));
  }

  /**
   * The incident with an id.
   *
   * @throws ProblemException with 404 if there is none
   */
  synchronized Incident get(String id) {
    Incident found = byId.get(id);
    if (found == null) {
      throw ProblemException.notFound("expected an incident, got " + id);
    }
    return found;
  }

  /**
   * A page.
   *
   * @param limit most incidents
   * @param after the incident that ends the page before
   */
  synchronized IncidentList page(
      IncidentQuery query, int limit, Optional<IncidentCursor> after, Instant now) {
    List<Incident> found =
        byId.values().stream()
            .filter(incident -> query.covers(incident, now))
            .filter(incident -> after.map(cursor -> cursor.isBefore(incident)).orElse(true))
            .sorted(NEWEST_FIRST)
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    List<Incident> page = more ? found.subList(0, limit) : found;
    Optional<String> next =
        more ? Optional.of(IncidentCursor.of(page.get(limit - 1)).text()) : Optional.empty();
    return new IncidentList(page.stream().map(IncidentView::of).toList(), next, counts(now));
  }

  private IncidentList.Counts counts(Instant now) {
    return new IncidentList.Counts(
        count(State.OPEN),
        count(State.ACKNOWLEDGED),
        byId.values().stream()
            .filter(incident -> incident.isStanding() && incident.isMuted(now))
            .count());
  }

  private long count(State state) {
    return byId.values().stream().filter(incident -> incident.state() == state).count();
  }
}
