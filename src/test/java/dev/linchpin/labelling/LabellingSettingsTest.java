package dev.linchpin.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.stream.SmallRocks;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

final class LabellingSettingsTest {

  @Test
  void shouldWorkExactlyOnceAndCommitOften() {
    // When
    StreamsConfig streams = new StreamsConfig(settings(Map.of()).streams());

    // Then
    assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
    assertThat(streams.getLong("commit.interval.ms")).isEqualTo(200);
    assertThat(streams.getInt("num.stream.threads")).isEqualTo(2);
    assertThat(streams.getClass("rocksdb.config.setter")).isEqualTo(SmallRocks.class);
    assertThat(streams.getLong("max.task.idle.ms")).isZero();
    assertThat(streams.getProducerConfigs("p"))
        .containsEntry("max.request.size", 2 << 20)
        .containsEntry("enable.idempotence", true);
    assertThat(streams.getMainConsumerConfigs("g", "c", 0))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("session.timeout.ms", 10_000);
  }

  @Test
  void shouldLetTheClientsSettingsGoFirst() {
    // When
    StreamsConfig streams =
        new StreamsConfig(settings(Map.of("commit.interval.ms", "500")).streams());

    // Then
    assertThat(streams.getLong("commit.interval.ms")).isEqualTo(500);
  }

  @Test
  void shouldHaveTheDefaultsThatAreDocumented() {
    // Then
    assertThat(LabellingRules.DEFAULT)
        .isEqualTo(
            new LabellingRules(
                AblationMethod.INFLUENCE,
                AttainabilityMeasure.WORST_STEP,
                Duration.ofDays(7),
                500,
                Duration.ofSeconds(1),
                new AlarmBounds(0.25, 1, 0.7, 0.15, 100, 100)));
  }

  @Test
  void shouldSweepTwentyTimesInTheRetentionButNotMoreThanOnceASecond() {
    // Then
    assertThat(LabelsWorld.rules(Duration.ofHours(1), 1).sweepInterval())
        .isEqualTo(Duration.ofMinutes(3));
    assertThat(LabelsWorld.rules(Duration.ofSeconds(5), 1).sweepInterval())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> LabelsWorld.rules(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got PT0S, PT1S and 1");
    assertThatThrownBy(() -> LabelsWorld.rules(Duration.ofDays(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LabellingSettings(" ", Map.of(), 0, LabellingRules.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an application id and at least 1 thread, got ' ' and 0");
  }

  private static LabellingSettings settings(Map<String, String> more) {
    Map<String, String> client = new HashMap<>(more);
    client.put("bootstrap.servers", "localhost:9092");
    return new LabellingSettings("labels", client, 2, LabellingRules.DEFAULT);
  }
}
