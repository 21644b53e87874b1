package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class KafkaRecordSenderTest {

  @Test
  void shouldLoseAndReorderNothingByItself() {
    assertThat(KafkaRecordSender.settings(Map.of(), 1 << 20))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("max.in.flight.requests.per.connection", 1)
        .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
  }

  @Test
  void shouldTakeLargeRecordsAtOnceAndWithRoomForAllThatWaits() {
    Map<String, Object> settings = KafkaRecordSender.settings(Map.of(), 1L << 30);

    assertThat(settings)
        .containsEntry("linger.ms", 0)
        .containsEntry("compression.type", "none")
        .containsEntry("max.request.size", 16 << 20);
    assertThat((Long) settings.get("buffer.memory")).isGreaterThan(1L << 30);
  }

  @Test
  void shouldPutTheClientsOwnSettingsFirst() {
    assertThat(KafkaRecordSender.settings(Map.of("compression.type", "zstd"), 1))
        .containsEntry("compression.type", "zstd");
  }
}
