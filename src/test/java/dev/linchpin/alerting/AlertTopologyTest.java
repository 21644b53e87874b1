package dev.linchpin.alerting;

import static dev.linchpin.alerting.AlertSamples.completed;
import static dev.linchpin.alerting.AlertSamples.finished;
import static dev.linchpin.alerting.AlertSamples.scored;
import static dev.linchpin.alerting.AlertWorld.START;
import static dev.linchpin.alerting.DeskWorld.share;
import static dev.linchpin.alerting.DeskWorld.streak;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertTopologyTest {
  @TempDir private Path folder;
  private AlertWorld world;

  @BeforeEach
  void createWorld() throws IOException {
    world = new AlertWorld(folder);
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldBeTheTopologyThatWasReviewed() throws IOException {
    // Given
    AlertTopology alerting =
        new AlertTopology(
            Topics.DEFAULT,
            new AlertSettings(
                "linchpin-alerts", Map.of("schema.registry.url", "http://nowhere"), 1),
            new SimpleMeterRegistry(),
            new Patience(time -> {}, () -> false));

    // When
    Topology topology = alerting.build();

    // Then
    assertThat(topology.describe().toString().strip()).isEqualTo(reviewed());
  }

  @Test
  void shouldRaiseAStreakOfTheChampionUnderItsIncident() {
    // Given
    change(streak(2, 6));
    world.score(scored("a", 0, Verdict.REMOVABLE), START);

    // When
    world.score(scored("a", 1, Verdict.REMOVABLE), START);

    // Then
    List<TestRecord<byte[], IncidentChanged>> published = world.incidents();
    assertThat(published).hasSize(1);
    Incident incident = published.get(0).value().incident();
    assertThat(published.get(0).key()).isEqualTo(incident.id().getBytes(UTF_8));
    assertThat(incident.subject().name()).isEqualTo("a");
    assertThat(incident.last().step().orElseThrow().score()).isEqualTo(0.04);
  }

  @Test
  void shouldPassOverWhatOtherProbesSay() {
    // Given
    change(streak(1, 6));

    // When
    world.score(scored("a", 0, Verdict.REMOVABLE, ProbeStatus.CHALLENGER), START);

    // Then
    assertThat(world.incidents()).isEmpty();
  }

  @Test
  void shouldFindMissedDeadlinesInWhateverOrderTheTimesCome() {
    // Given
    change(share(AlertSignal.MISSED_DEADLINES, 1, 0.5, 2));
    world.score(scored("a", 0, Verdict.IMPORTANT), START.plusMillis(300));
    world.send(world.topics.steps(), "a", completed("a", 1, START.plusMillis(200)));
    world.send(world.topics.chains(), "a", finished("a", 2, START.plusMillis(400)));
    assertThat(world.incidents()).isEmpty();

    // When
    world.score(scored("a", 1, Verdict.IMPORTANT), START.plusMillis(500));

    // Then
    assertThat(world.incidents())
        .extracting(each -> each.value().incident().subject().name())
        .containsExactly("tiny");
  }

  @Test
  void shouldEndAStreakWithItsChain() {
    // Given
    change(streak(2, 6));
    world.score(scored("a", 0, Verdict.REMOVABLE), START);
    world.score(scored("a", 1, Verdict.REMOVABLE), START);
    world.incidents();

    // When
    world.send(world.topics.chains(), "a", finished("a", 2, START));

    // Then
    assertThat(world.incidents())
        .extracting(each -> each.value().notice())
        .containsExactly(Notice.RECOVERED);
  }

  @Test
  void shouldRaiseWhatAnEvaluationSays() {
    // Given
    var evaluated = SampleEvents.probeEvaluated();

    // When
    world.send(world.topics.evaluations(), evaluated.probe().key(), evaluated);

    // Then
    assertThat(world.incidents())
        .extracting(each -> each.value().incident().rule())
        .containsExactly("score-drift");
  }

  @Test
  void shouldCountDeadLettersAndClearThemAfterAMinute() {
    // Given
    world.send(world.topics.deadLetters(), "k", new byte[] {1}, START);
    assertThat(world.incidents()).hasSize(1);

    // When
    world.pass(Duration.ofSeconds(61));

    // Then
    assertThat(world.incidents())
        .extracting(each -> each.value().incident().state())
        .containsExactly(State.RECOVERED);
  }

  @Test
  void shouldDoWhatPeopleWroteToTheAudit() {
    // Given
    world.send(world.topics.deadLetters(), "k", new byte[] {1}, START);
    String id = world.incidents().get(0).value().incident().id();

    // When
    world.act(Action.INCIDENT_ACKNOWLEDGED, id, ActionDetail.ofNote("mine"));

    // Then
    assertThat(world.incidents())
        .extracting(each -> each.value().incident().handling().note().orElse(""))
        .containsExactly("mine");
  }

  @Test
  void shouldCountWhatCannotBeReadAndWhatCannotBeDone() {
    // Given
    String id = "dead-letters-000000000000";

    // When
    world.send(world.topics.scores(), "a", new byte[] {9}, START);
    world.act(Action.INCIDENT_MUTED, id, ActionDetail.ofMinutes(3));
    world.act(Action.INCIDENT_MUTED, id, "minutes");

    // Then
    assertThat(world.incidents()).isEmpty();
    assertThat(world.count("linchpin.alerting.passed.over", "reason", "NOT_CONFLUENT_FORMAT"))
        .isEqualTo(1);
    assertThat(world.count("linchpin.alerting.refused")).isEqualTo(2);
  }

  private void change(AlertRule rule) {
    world.act(Action.RULE_CHANGED, rule.id(), ActionDetail.ofRule(rule));
  }

  private static String reviewed() throws IOException {
    try (InputStream file = AlertTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }
}
