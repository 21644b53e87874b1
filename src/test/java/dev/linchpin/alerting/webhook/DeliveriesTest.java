package dev.linchpin.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.SampleEvents;
import dev.linchpin.wire.WebhookAttempted;
import dev.linchpin.wire.WebhookAttempted.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class DeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final IncidentChanged RAISED = SampleEvents.plainIncidentChanged();
  private static final RetryPlan PLAN =
      new RetryPlan(3, Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofSeconds(30));

  private final List<WebhookAttempted> log = new CopyOnWriteArrayList<>();

  @Test
  void shouldPostASignedIncident() throws Exception {
    try (Receiver receiver = new Receiver()) {
      // Given
      Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.INFO));

      // When
      await(deliveries.deliver(RAISED));

      // Then
      Receiver.Post post = receiver.next();
      JsonNode body = new ObjectMapper().readTree(post.body());
      assertThat(post.signature())
          .isEqualTo(Signature.of(Receiver.SECRET, NOW, post.body()))
          .startsWith("t=" + NOW.getEpochSecond() + ",v1=");
      assertThat(post.delivery()).isEqualTo("dead-letters-0123456789ab/1");
      assertThat(body.at("/kind").asText()).isEqualTo("RAISED");
      assertThat(body.at("/incident/severity").asText()).isEqualTo("CRITICAL");
      assertThat(body.at("/incident/subject/kind").asText()).isEqualTo("CLUSTER");
      assertThat(body.at("/incident/openedAt").asText()).isEqualTo("2026-11-22T10:15:30.123456Z");
      assertThat(body.at("/incident/step").isNull()).isTrue();
      assertThat(log)
          .singleElement()
          .satisfies(
              tried -> {
                assertThat(tried.outcome()).isEqualTo(Outcome.DELIVERED);
                assertThat(tried.httpStatus()).hasValue(204);
                assertThat(tried.target()).startsWith("127.0.0.1:").doesNotContain("hook");
              });
    }
  }

  @Test
  void shouldTryAgainWhatMayPass() throws Exception {
    try (Receiver receiver = new Receiver(503, 429)) {
      // Given
      Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.INFO));

      // When
      await(deliveries.deliver(RAISED));

      // Then
      assertThat(log)
          .extracting(WebhookAttempted::outcome)
          .containsExactly(Outcome.WILL_RETRY, Outcome.WILL_RETRY, Outcome.DELIVERED);
      assertThat(log).extracting(WebhookAttempted::attempt).containsExactly(1, 2, 3);
      assertThat(receiver.next().delivery()).isEqualTo(receiver.next().delivery());
    }
  }

  @Test
  void shouldGiveUpAfterTheLastTry() throws Exception {
    try (Receiver receiver = new Receiver(500, 500, 500)) {
      // Given
      Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.INFO));

      // When
      await(deliveries.deliver(RAISED));

      // Then
      assertThat(log)
          .extracting(WebhookAttempted::outcome)
          .containsExactly(Outcome.WILL_RETRY, Outcome.WILL_RETRY, Outcome.GAVE_UP);
    }
  }

  @Test
  void shouldGiveUpAtOnceWhatWillNotPassAndFollowNoRedirect() throws Exception {
    for (int status : new int[] {400, 404, 307}) {
      try (Receiver receiver = new Receiver(status)) {
        // Given
        log.clear();
        Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.INFO));

        // When
        await(deliveries.deliver(RAISED));

        // Then
        assertThat(log).extracting(WebhookAttempted::outcome).containsExactly(Outcome.GAVE_UP);
        assertThat(receiver.waiting()).isOne();
      }
    }
  }

  @Test
  void shouldTryAgainWhereNobodyAnswers() throws Exception {
    // Given
    Deliveries deliveries = deliveries(PLAN, nobody());

    // When
    await(deliveries.deliver(RAISED));

    // Then
    assertThat(log)
        .extracting(WebhookAttempted::outcome)
        .containsExactly(Outcome.WILL_RETRY, Outcome.WILL_RETRY, Outcome.GAVE_UP);
    assertThat(log).allMatch(tried -> tried.httpStatus().isEmpty());
    assertThat(log.get(0).error().orElseThrow()).contains("Connect");
  }

  @Test
  void shouldTellOthersWhileOneIsDead() throws Exception {
    try (Receiver receiver = new Receiver()) {
      // Given
      RetryPlan patient =
          new RetryPlan(2, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(30));
      Deliveries deliveries = deliveries(patient, nobody(), receiver.target(Severity.INFO));

      // When
      CompletableFuture<Void> first = deliveries.deliver(RAISED);
      CompletableFuture<Void> second = deliveries.deliver(SampleEvents.incidentChanged());

      // Then
      assertThat(List.of(receiver.next().delivery(), receiver.next().delivery()))
          .containsExactlyInAnyOrder(
              "dead-letters-0123456789ab/1", "removable-streak-0123456789ab/4");
      assertThat(first).isNotDone();
      assertThat(second).isNotDone();
    }
  }

  @Test
  void shouldKeepTheOrderOfAnIncident() throws Exception {
    try (Receiver receiver = new Receiver(503)) {
      // Given
      Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.INFO));
      IncidentChanged over =
          new IncidentChanged(
              RAISED.incident().recovered(NOW), 2, NOW, IncidentChanged.Notice.RECOVERED);

      // When
      CompletableFuture<Void> raised = deliveries.deliver(RAISED);
      await(deliveries.deliver(over));

      // Then
      assertThat(raised).isDone();
      assertThat(List.of(receiver.next(), receiver.next(), receiver.next()))
          .extracting(Receiver.Post::delivery)
          .extracting(delivery -> delivery.substring(delivery.indexOf('/')))
          .containsExactly("/1", "/1", "/2");
    }
  }

  @Test
  void shouldNotTellWhatIsNotBadEnough() throws Exception {
    try (Receiver receiver = new Receiver()) {
      // Given
      Deliveries deliveries = deliveries(PLAN, receiver.target(Severity.CRITICAL));

      // When
      await(deliveries.deliver(SampleEvents.incidentChanged()));

      // Then
      assertThat(receiver.waiting()).isZero();
      assertThat(log).isEmpty();
    }
  }

  @Test
  void shouldRestLongerEachTimeAndNeverBeyondTheLongest() {
    // Given
    Random random = new Random(7);

    // When
    List<Long> rests =
        List.of(1, 2, 3, 4, 8, 60).stream()
            .map(attempt -> RetryPlan.DEFAULT.rest(attempt, random).toMillis())
            .toList();

    // Then
    assertThat(rests.get(0)).isBetween(500L, 1_000L);
    assertThat(rests.get(3)).isBetween(4_000L, 8_000L);
    assertThat(rests.get(5)).isBetween(60_000L, 120_000L);
  }

  private Deliveries deliveries(RetryPlan plan, WebhookTarget... targets) {
    return new Deliveries(
        List.of(targets),
        plan,
        InstantSource.fixed(NOW),
        new Random(1),
        tried -> {
          log.add(tried);
          return CompletableFuture.completedFuture(null);
        });
  }

  private static void await(CompletableFuture<Void> delivery) throws Exception {
    delivery.get(1, TimeUnit.MINUTES);
  }

  private static WebhookTarget nobody() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/hook");
      return new WebhookTarget(url, Receiver.SECRET, Severity.INFO);
    }
  }
}
