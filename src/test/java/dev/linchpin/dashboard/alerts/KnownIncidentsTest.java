package dev.linchpin.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.alerting.IncidentView;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Handling;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.SampleEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownIncidentsTest {
  private static final Instant NOW = SampleEvents.NOW;
  private static final IncidentQuery ALL =
      IncidentQuery.of(Optional.empty(), Optional.of(""), Optional.empty(), Optional.empty());

  private final KnownIncidents known = new KnownIncidents();

  @Test
  void shouldPageNewestFirstThroughIncidentsOfOneTime() {
    // Given
    note("b", 0);
    note("a", 0);
    note("c", 1);
    note("d", -1);
    List<String> seen = new ArrayList<>();
    Optional<IncidentCursor> after = Optional.empty();

    // When
    do {
      IncidentList page = known.page(ALL, 1, after, NOW);
      page.incidents().forEach(incident -> seen.add(incident.id()));
      after = page.next().map(IncidentCursor::parse);
    } while (after.isPresent());

    // Then
    assertThat(seen).containsExactly("c", "a", "b", "d");
  }

  @Test
  void shouldFilterAndCountWhateverIsAskedFor() {
    // Given
    note("open", 0);
    Incident muted =
        incident("muted", 0)
            .handled(
                State.ACKNOWLEDGED,
                new Handling(
                    Optional.of("ada"), Optional.empty(), Optional.of(NOW.plusSeconds(60))));
    note(muted);
    note(incident("over", 0).recovered(NOW));

    // When
    IncidentList page =
        known.page(
            IncidentQuery.of(
                Optional.of("MUTED"),
                Optional.of("WARNING"),
                Optional.of("removable-streak"),
                Optional.empty()),
            9,
            Optional.empty(),
            NOW);

    // Then
    assertThat(page.incidents()).extracting(IncidentView::id).containsExactly("muted");
    assertThat(page.counts()).isEqualTo(new IncidentList.Counts(1, 1, 1));
  }

  @Test
  void shouldForgetWhatWasTakenAway() {
    // Given
    note("a", 0);

    // When
    known.note("a", Optional.empty());

    // Then
    assertThatThrownBy(() -> known.get("a"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("expected an incident, got a");
  }

  @Test
  void shouldRefuseAFilterThatIsNone() {
    // When, Then
    assertThatThrownBy(
            () ->
                IncidentQuery.of(
                    Optional.of("SHUT"), Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("state: expected one of [OPEN, ACKNOWLEDGED, RECOVERED, MUTED], got SHUT");
    assertThatThrownBy(() -> IncidentCursor.parse("yesterday"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("got yesterday");
  }

  private void note(String id, long seconds) {
    note(incident(id, seconds));
  }

  private void note(Incident incident) {
    known.note(incident.id(), Optional.of(new IncidentChanged(incident, 1, NOW, Notice.NONE)));
  }

  private static Incident incident(String id, long seconds) {
    Incident sample = SampleEvents.incident();
    return new Incident(
        id,
        sample.rule(),
        sample.severity(),
        sample.subject(),
        sample.state(),
        sample.last(),
        1,
        NOW.plusSeconds(seconds),
        Optional.empty(),
        Handling.NONE,
        0);
  }
}
