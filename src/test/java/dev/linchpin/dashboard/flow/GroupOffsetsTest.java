package dev.linchpin.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class GroupOffsetsTest {
  private static final Topics TOPICS = new Topics("lab.", 2);

  @Test
  void shouldSumLagByTopicAndTakeOffsetsBeyondTheEndForNone() {
    // Given
    GroupOffsets group =
        new GroupOffsets(
            "g",
            Map.of(
                at("lab.steps", 0), 10L,
                at("lab.steps", 1), 20L,
                at("lab.scores", 0), 9L),
            OptionalInt.of(2));
    Ends ends =
        new Ends(
            Instant.EPOCH,
            Map.of(
                at("lab.steps", 0), 15L,
                at("lab.steps", 1), 19L,
                at("lab.scores", 0), 9L,
                at("lab.scores", 1), 100L));

    // When
    var lags = group.lags(ends);

    // Then
    assertThat(lags)
        .containsExactly(
            new Lag("g", "lab.scores", 0, OptionalInt.of(2)),
            new Lag("g", "lab.steps", 5, OptionalInt.of(2)));
  }

  @Test
  void shouldLeaveOutTopicsThatAreNotInTheCatalogue() {
    // Given
    GroupOffsets group =
        new GroupOffsets(
            "g",
            Map.of(at("lab.steps", 0), 1L, at("steps", 0), 1L, at("other", 0), 1L),
            OptionalInt.empty());

    // When
    GroupOffsets ours = group.within(TOPICS);

    // Then
    assertThat(ours.committed()).containsOnlyKeys(at("lab.steps", 0));
  }

  private static TopicPartition at(String topic, int partition) {
    return new TopicPartition(topic, partition);
  }
}
