package dev.linchpin.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class ThroughputTest {
  private static final Topics TOPICS = new Topics("lab.", 2);
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private final Throughput throughput = new Throughput(TOPICS);

  @Test
  void shouldGiveRecordsPerSecondOverAllPartitions() {
    // Given
    throughput.add(ends(0, Map.of(at(TOPICS.steps(), 0), 100L, at(TOPICS.steps(), 1), 7L)));

    // When
    throughput.add(ends(4, Map.of(at(TOPICS.steps(), 0), 110L, at(TOPICS.steps(), 1), 9L)));

    // Then
    Rates rates = throughput.rates().get(0);
    assertThat(throughput.rates()).hasSize(1);
    assertThat(rates.at()).isEqualTo(START.plusSeconds(4));
    assertThat(rates.steps()).hasValue(3);
    assertThat(rates.scores()).isEmpty();
  }

  @Test
  void shouldCountAChainOnce() {
    // Given
    throughput.add(ends(0, Map.of(at(TOPICS.chains(), 0), 0L)));

    // When
    throughput.add(ends(2, Map.of(at(TOPICS.chains(), 0), 8L)));

    // Then
    assertThat(throughput.rates().get(0).chains()).hasValue(2);
  }

  @Test
  void shouldSayNothingOfATopicOfWhichAPartitionDidNotAnswer() {
    // Given
    throughput.add(ends(0, Map.of(at(TOPICS.steps(), 0), 0L, at(TOPICS.steps(), 1), 0L)));

    // When
    throughput.add(ends(2, Map.of(at(TOPICS.steps(), 0), 10L)));

    // Then
    assertThat(throughput.rates().get(0).steps()).isEmpty();
  }

  @Test
  void shouldGiveNothingPerSecondForATopicThatWasMadeAnew() {
    // Given
    throughput.add(ends(0, Map.of(at(TOPICS.steps(), 0), 50L)));

    // When
    throughput.add(ends(2, Map.of(at(TOPICS.steps(), 0), 4L)));

    // Then
    assertThat(throughput.rates().get(0).steps()).hasValue(0);
  }

  @Test
  void shouldKeepTenMinutes() {
    // When
    for (int i = 0; i <= 310; i++) {
      throughput.add(ends(2L * i, Map.of(at(TOPICS.steps(), 0), 2L * i)));
    }

    // Then
    List<Rates> rates = throughput.rates();
    assertThat(rates).hasSize(300).allMatch(r -> r.steps().equals(OptionalDouble.of(1)));
    assertThat(rates.get(0).at()).isEqualTo(START.plusSeconds(22));
    assertThat(rates.get(299).at()).isEqualTo(START.plusSeconds(620));
  }

  private static Ends ends(long second, Map<TopicPartition, Long> offsets) {
    return new Ends(START.plusSeconds(second), offsets);
  }

  private static TopicPartition at(Topic<?> topic, int partition) {
    return new TopicPartition(topic.name(), partition);
  }
}
