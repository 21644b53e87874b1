package dev.linchpin.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.linchpin.alerting.AlertRule;
import dev.linchpin.alerting.AlertRules;
import dev.linchpin.alerting.Alerter;
import dev.linchpin.alerting.IncidentView;
import dev.linchpin.alerting.LiveAlerts;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.Incident.State;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.SampleEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the resources answer with, on a real broker. */
@Timeout(400)
final class AlertServiceTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final IncidentQuery ALL =
      IncidentQuery.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private final BlockingQueue<IncidentView> heard = new LinkedBlockingQueue<>();
  private final Alerts alerts = new Alerts();
  private LiveAlerts world;

  @BeforeAll
  static void startBroker() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("broker"));
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void createWorld(TestInfo test) throws Exception {
    world = new LiveAlerts(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
  }

  @AfterEach
  void stopPart() {
    alerts.stop();
    world.close();
  }

  @Test
  void shouldAnswerWithWhatTheDeskThenDoes(@TempDir Path state) throws Exception {
    // Given
    AlertService service = start();
    alerts.onIncident(heard::add);
    try (Alerter alerter = world.startAlerter(state)) {
      world.raiseStreak("a");
      String id = next().id();

      // When
      IncidentView promised = service.acknowledge(id, "ada", "a puzzle");

      // Then
      assertThat(next()).isEqualTo(promised);
      assertThat(promised.state()).isEqualTo(State.ACKNOWLEDGED);
      assertThat(promised.acknowledgedBy()).contains("ada");
      assertThat(service.mute(id, "ada", 5)).isEqualTo(next());
      assertThat(service.unmute(id, "ada")).isEqualTo(next());
      assertThat(alerter.isRunning()).isTrue();
    }
  }

  @Test
  void shouldWriteDownWhatPeopleDo() {
    // Given
    AlertService service = start();
    AlertRule rule =
        new AlertRule(
            "low-auroc",
            AlertRules.DEFAULT.find("low-auroc").orElseThrow().signal(),
            0.6,
            0.65,
            50,
            Severity.WARNING,
            false,
            1);

    // When
    service.change(rule, "ada");

    // Then
    await(() -> service.rules().contains(rule));
    assertThat(service.audit(9, Optional.empty()).items())
        .extracting(OperatorActed::user, OperatorActed::action, OperatorActed::target)
        .containsExactly(tuple("ada", Action.RULE_CHANGED, "low-auroc"));
  }

  @Test
  void shouldShowWhatWasThereBeforeAndTellOfWhatIsNew() throws Exception {
    // Given
    world.send(world.topics.incidents(), "a", SampleEvents.plainIncidentChanged());
    world.send(world.topics.deliveries(), "a", SampleEvents.webhookAttempted());
    AlertService service = start();
    alerts.onIncident(heard::add);

    // When
    world.send(world.topics.incidents(), "b", SampleEvents.incidentChanged());

    // Then
    assertThat(next().id()).isEqualTo(SampleEvents.incident().id());
    assertThat(heard).isEmpty();
    assertThat(service.incidents(ALL, 9, Optional.empty()).incidents()).hasSize(2);
    assertThat(service.deliveries(Optional.empty(), 9, Optional.empty()).items()).hasSize(1);
    assertThat(service.deliveries(Optional.of("x"), 9, Optional.empty()).items()).isEmpty();
  }

  @Test
  void shouldRefuseWhatCannotBeDone() {
    // Given
    String over = SampleEvents.incidentChanged().incident().id();
    world.send(world.topics.incidents(), over, SampleEvents.incidentChanged());
    AlertService service = start();
    AlertRule other =
        new AlertRule(
            "low-auroc",
            AlertRules.DEFAULT.find("score-drift").orElseThrow().signal(),
            1,
            0,
            1,
            Severity.INFO,
            true,
            1);

    // When, Then
    assertThatThrownBy(() -> service.acknowledge("nothing", "ada", ""))
        .isInstanceOf(ProblemException.class)
        .hasMessage("expected an incident, got nothing");
    assertThatThrownBy(() -> service.acknowledge(over, "ada", ""))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("expected an incident that is not over");
    assertThatThrownBy(() -> service.mute(over, "ada", 0))
        .isInstanceOf(ProblemException.class)
        .hasMessage("minutes: expected 1 to 43200, got 0");
    assertThatThrownBy(() -> service.change(other, "ada"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("to stay about LOW_AUROC");
    assertThat(service.audit(9, Optional.empty()).items()).isEmpty();
  }

  private AlertService start() {
    alerts.start(world.cluster(), Clock.systemUTC());
    AlertService service = alerts.service();
    await(service::isCurrent);
    return service;
  }

  private IncidentView next() throws InterruptedException {
    IncidentView next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no incident within " + PATIENCE);
    }
    return next;
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not within " + PATIENCE);
      }
      Thread.onSpinWait();
    }
  }
}
