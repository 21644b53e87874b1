package dev.linchpin.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.linchpin.wire.SampleEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class FlowJsonTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  @Test
  void shouldHaveTheFieldsThatThePageReads() {
    // Given
    OptionalDouble one = OptionalDouble.of(1);
    FlowReport report =
        new FlowReport(
            NOW,
            List.of(new Rates(NOW, one, one, one, one, one, OptionalDouble.empty())),
            List.of(new Lag("g", "steps", 3, OptionalInt.of(2))),
            0,
            new LeadTimeWindow().leadTimes(),
            new DeadLetterTotals(2, Map.of("MALFORMED", 2L), 0),
            List.of(NodeStatus.of(SampleEvents.nodeReported(), true)),
            List.of(new Instance("localhost:1", true, 3)));

    // When
    JsonNode json = JSON.valueToTree(report);

    // Then
    assertThat(json.at("/at").textValue()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(names(json.at("/rates/0")))
        .containsExactlyInAnyOrder(
            "at",
            "steps",
            "scores",
            "lowImportanceAlerts",
            "importantAlerts",
            "chains",
            "deadLetters");
    assertThat(json.at("/rates/0/deadLetters").isNull()).isTrue();
    assertThat(names(json.at("/lag/0")))
        .containsExactlyInAnyOrder("group", "topic", "records", "members");
    assertThat(names(json.at("/leadTime")))
        .containsExactlyInAnyOrder(
            "steps", "missed", "missedShare", "boundsMs", "counts", "p1Ms", "p50Ms", "p99Ms");
    assertThat(json.at("/leadTime/p50Ms").isNull()).isTrue();
    assertThat(json.at("/deadLetters/byReason/MALFORMED").longValue()).isEqualTo(2);
    assertThat(names(json.at("/nodes/0")))
        .contains(
            "node",
            "role",
            "model",
            "state",
            "chainsRunning",
            "bufferUsedBytes",
            "bufferBytes",
            "tokensPerSecond",
            "reportedAt",
            "silent");
    assertThat(json.at("/nodes/0/state").textValue()).isEqualTo("BUSY");
    assertThat(names(json.at("/instances/0")))
        .containsExactlyInAnyOrder("address", "self", "partitions");
  }

  private static List<String> names(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }
}
