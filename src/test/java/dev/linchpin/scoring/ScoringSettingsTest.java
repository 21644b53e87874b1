package dev.linchpin.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class ScoringSettingsTest {

  @Test
  void shouldSendVerdictsAtOnceAndBoundWhatIsBuffered() {
    // Given
    ScoringSettings settings = settings(Map.of());

    // When
    StreamsConfig streams = new StreamsConfig(settings.streams());

    // Then
    assertThat(streams.getProducerConfigs("p"))
        .containsEntry("linger.ms", 0)
        .containsEntry("acks", "all")
        .containsEntry("max.request.size", 80 << 20);
    assertThat(streams.getMainConsumerConfigs("g", "c", 0))
        .containsEntry("fetch.max.bytes", 16 << 20)
        .containsEntry("max.partition.fetch.bytes", 16 << 20)
        .containsEntry("session.timeout.ms", 10_000);
    assertThat(streams.getInt("buffered.records.per.partition")).isEqualTo(128);
    assertThat(streams.getString("processing.guarantee")).isEqualTo("at_least_once");
    assertThat(streams.getInt("num.stream.threads")).isEqualTo(2);
  }

  @Test
  void shouldLetTheClientsSettingsGoFirstWithAndWithoutPrefix() {
    // Given
    ScoringSettings settings =
        settings(Map.of("linger.ms", "3", "main.consumer.max.poll.records", "8"));

    // When
    StreamsConfig streams = new StreamsConfig(settings.streams());

    // Then
    assertThat(streams.getProducerConfigs("p")).containsEntry("linger.ms", "3");
    assertThat(streams.getMainConsumerConfigs("g", "c", 0)).containsEntry("max.poll.records", "8");
  }

  @Test
  void shouldRefuseToWorkWithoutNameOrThread() {
    assertThatThrownBy(() -> new ScoringSettings(" ", Map.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an application id and at least 1 thread, got ' ' and 0");
  }

  private static ScoringSettings settings(Map<String, String> more) {
    Map<String, String> client = new java.util.HashMap<>(more);
    client.put("bootstrap.servers", "localhost:9092");
    return new ScoringSettings("monitor", client, 2);
  }
}
