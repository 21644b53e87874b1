package dev.linchpin.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.alerting.webhook.Receiver;
import dev.linchpin.alerting.webhook.RetryPlan;
import dev.linchpin.alerting.webhook.WebhookSender;
import dev.linchpin.alerting.webhook.WebhookSettings;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.Incident;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WebhookAttempted;
import dev.linchpin.wire.WebhookAttempted.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From scores to webhooks, on a real broker. */
@Timeout(400)
final class AlerterTest {
  private static final RetryPlan PLAN =
      new RetryPlan(5, Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(30));

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private LiveAlerts world;
  @TempDir private Path state;

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
  void closeWorld() {
    world.close();
  }

  @Test
  void shouldTellAWebhookWhatScoresRaisedAndThatItIsOver() throws Exception {
    try (Receiver receiver = new Receiver(503);
        Alerter alerter = world.startAlerter(state);
        WebhookSender sender = send(receiver)) {
      // Given
      world.raiseStreak("a");

      // When
      List<String> raised = List.of(receiver.next().body(), receiver.next().body());
      world.endStreak("a");
      String over = receiver.next().body();

      // Then
      assertThat(raised).allSatisfy(body -> assertThat(body).contains("\"RAISED\"", "\"a\""));
      assertThat(over).contains("\"RECOVERED\"", "\"a\"");
      List<WebhookAttempted> log =
          world.valuesUntil(world.topics.deliveries(), all -> all.size() == 3);
      assertThat(log)
          .extracting(WebhookAttempted::outcome)
          .containsExactly(Outcome.WILL_RETRY, Outcome.DELIVERED, Outcome.DELIVERED);
      assertThat(sender.failure()).isEmpty();
      assertThat(alerter.isRunning()).isTrue();
    }
  }

  @Test
  void shouldGoOnAfterARestartWithItsStateFromTheCluster() throws Exception {
    // Given
    try (Alerter before = world.startAlerter(state.resolve("before"))) {
      world.raiseStreak("a");
      world.changesUntil(incident -> is(incident, "a"));
      assertThat(before.isRunning()).isTrue();
    }

    // When
    world.endStreak("a");
    List<IncidentChanged> changes;
    try (Alerter again = world.startAlerter(state.resolve("elsewhere"))) {
      changes = world.changesUntil(incident -> is(incident, "a") && !incident.isStanding());
      assertThat(again.isRunning()).isTrue();
    }

    // Then
    List<IncidentChanged> ofChain =
        changes.stream().filter(change -> is(change.incident(), "a")).toList();
    assertThat(ofChain).extracting(IncidentChanged::change).containsExactly(1L, 2L);
    assertThat(ofChain)
        .extracting(change -> change.incident().id())
        .hasSize(2)
        .containsOnly(ofChain.get(0).incident().id());
  }

  @Test
  void shouldSayWhichTopicsAreMissing() {
    // Given
    Topics elsewhere = new Topics("elsewhere.", 1);
    AlertSettings settings = new AlertSettings("elsewhere", world.client, 1);
    try (Alerter alerter = new Alerter(settings, elsewhere, world.meters)) {

      // When
      ThrowingCallable start = alerter::start;

      // Then
      assertThatThrownBy(start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("elsewhere.audit", "elsewhere.incidents", "linchpin topics");
    }
  }

  private WebhookSender send(Receiver receiver) {
    return WebhookSender.start(
        world.cluster(),
        new WebhookSettings(
            world.topics.prefix() + "webhooks", List.of(receiver.target(Severity.INFO)), PLAN),
        InstantSource.system(),
        new Random(1));
  }

  private static boolean is(Incident incident, String chain) {
    return incident.subject().name().equals(chain);
  }
}
