package dev.linchpin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.wire.OffsetRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RangeFeedTest {
  private static final TopicPartition FIRST = new TopicPartition("activations", 0);
  private static final TopicPartition SECOND = new TopicPartition("activations", 1);
  private static final Duration TIMEOUT = Duration.ofMillis(100);
  private static final long MS = 1_000_000;

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Frontier frontier = new Frontier();
  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  @BeforeEach
  void assign() {
    consumer.assign(List.of(FIRST, SECOND));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
  }

  @Test
  void shouldEndWithTheRangeAndRestThere() {
    // Given
    OffsetRange range = new OffsetRange(0, 0, OptionalLong.of(2), 0);
    RangeFeed feed = feed(OptionalDouble.empty(), range);
    add(FIRST, 0, 0);
    add(FIRST, 1, 0);
    add(FIRST, 2, 0);

    // When
    ConsumerRecords<byte[], byte[]> records = next(feed);

    // Then
    assertThat(offsets(records, FIRST)).containsExactly(0L, 1L);
    assertThat(records.nextOffsets().get(FIRST).offset()).isEqualTo(2);
    assertThat(consumer.paused()).containsExactly(FIRST);
    assertThat(frontier.isBehind(range, OptionalLong.of(1))).isFalse();
    assertThat(frontier.isBehind(range, OptionalLong.of(2))).isTrue();
    assertThat(next(feed).count()).isZero();
  }

  @Test
  void shouldHandOnEachRecordWhenItIsDue() {
    // Given
    RangeFeed feed = feed(OptionalDouble.of(1), new OffsetRange(0, 0, OptionalLong.empty(), 0));
    add(FIRST, 0, 1_000);
    add(FIRST, 1, 1_030);

    // When, Then
    assertThat(offsets(next(feed), FIRST)).containsExactly(0L);
    assertThat(consumer.position(FIRST)).isEqualTo(1);
    assertThat(consumer.paused()).containsExactly(FIRST);
    nanos += 10 * MS;
    assertThat(next(feed).count()).isZero();
    assertThat(waits.get(1)).isEqualTo(Duration.ofMillis(20));
    nanos += 20 * MS;
    add(FIRST, 1, 1_030);
    assertThat(offsets(next(feed), FIRST)).containsExactly(1L);
    assertThat(consumer.paused()).isEmpty();
  }

  @Test
  void shouldHandOnNothingWhileTheRunStandsStill() {
    // Given
    Pace pace = new Pace(OptionalDouble.empty(), () -> nanos);
    OffsetRange range = new OffsetRange(0, 0, OptionalLong.empty(), 0);
    RangeFeed feed = new RangeFeed(Map.of(0, range), pace, frontier);
    add(FIRST, 0, 0);

    // When, Then
    pace.pause();
    assertThat(next(feed).count()).isZero();
    assertThat(consumer.position(FIRST)).isZero();
    assertThat(next(feed).count()).isZero();
    pace.resume();
    add(FIRST, 0, 0);
    assertThat(offsets(next(feed), FIRST)).containsExactly(0L);
  }

  @Test
  void shouldForgetAPartitionThatWasTakenAway() {
    // Given
    RangeFeed feed = feed(OptionalDouble.of(1), new OffsetRange(0, 0, OptionalLong.empty(), 0));
    add(FIRST, 0, 0);
    add(FIRST, 1, 1_000);
    next(feed);

    // When
    consumer.assign(List.of(SECOND));
    nanos += 2_000 * MS;

    // Then
    assertThat(next(feed).count()).isZero();
    assertThat(waits.get(1)).isEqualTo(TIMEOUT);
  }

  private RangeFeed feed(OptionalDouble factor, OffsetRange range) {
    return new RangeFeed(Map.of(range.partition(), range), new Pace(factor, () -> nanos), frontier);
  }

  private ConsumerRecords<byte[], byte[]> next(RangeFeed feed) {
    return feed.next(
        consumer,
        wait -> {
          waits.add(wait);
          return consumer.poll(Duration.ZERO);
        },
        TIMEOUT);
  }

  private void add(TopicPartition partition, long offset, long timestamp) {
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            new byte[0],
            new byte[0],
            new RecordHeaders(),
            Optional.empty()));
  }

  private static List<Long> offsets(
      ConsumerRecords<byte[], byte[]> records, TopicPartition partition) {
    return records.records(partition).stream().map(ConsumerRecord::offset).toList();
  }
}
