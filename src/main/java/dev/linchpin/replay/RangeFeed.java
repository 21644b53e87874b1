package dev.linchpin.replay;

import dev.linchpin.scoring.Feed;
import dev.linchpin.wire.OffsetRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Hands on the records of a run's ranges as they become due. A partition whose next record is not
 * due yet is sought back to it and rests until then; one whose range is over rests for good.
 */
final class RangeFeed implements Feed {
  private static final long SHORTEST_WAIT_NANOS = 1_000_000;

  private final Map<Integer, OffsetRange> ranges;
  private final Pace pace;
  private final Frontier frontier;
  private final Map<TopicPartition, Long> restingUntilMs = new HashMap<>();

  /** A feed of ranges, by partition. */
  RangeFeed(Map<Integer, OffsetRange> ranges, Pace pace, Frontier frontier) {
    this.ranges = Map.copyOf(ranges);
    this.pace = pace;
    this.frontier = frontier;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> next(
      Consumer<byte[], byte[]> consumer,
      Function<Duration, ConsumerRecords<byte[], byte[]>> poll,
      Duration timeout) {
    wake(consumer);
    ConsumerRecords<byte[], byte[]> polled = poll.apply(bounded(timeout));
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> due = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
    for (TopicPartition partition : polled.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
      List<ConsumerRecord<byte[], byte[]>> admitted = admitted(records);
      if (!admitted.isEmpty()) {
        due.put(partition, admitted);
        frontier.handedOn(partition.partition(), last(admitted).offset() + 1);
      }
      if (admitted.size() < records.size()) {
        ConsumerRecord<byte[], byte[]> first = records.get(admitted.size());
        next.put(partition, new OffsetAndMetadata(stop(consumer, partition, first)));
      }
    }
    next.forEach((partition, at) -> frontier.reached(partition.partition(), at.offset()));
    return new ConsumerRecords<>(due, next);
  }

  /** The records at the beginning that are within the range and due. */
  private List<ConsumerRecord<byte[], byte[]>> admitted(
      List<ConsumerRecord<byte[], byte[]>> records) {
    List<ConsumerRecord<byte[], byte[]>> admitted = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (range(record).isEmpty()
          || range(record).get().endsBefore(record.offset())
          || pace.nanosUntil(record.timestamp()) > 0) {
        return admitted;
      }
      admitted.add(record);
    }
    return admitted;
  }

  /** Lets a partition rest before a record and says where it goes on. */
  private long stop(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      ConsumerRecord<byte[], byte[]> first) {
    consumer.pause(List.of(partition));
    Optional<OffsetRange> range = range(first);
    if (range.isEmpty()) {
      return first.offset();
    }
    if (range.get().endsBefore(first.offset())) {
      return range.get().until().orElseThrow();
    }
    consumer.seek(partition, first.offset());
    restingUntilMs.put(partition, first.timestamp());
    return first.offset();
  }

  private void wake(Consumer<byte[], byte[]> consumer) {
    restingUntilMs.keySet().retainAll(consumer.assignment());
    List<TopicPartition> rested =
        restingUntilMs.entrySet().stream()
            .filter(resting -> pace.nanosUntil(resting.getValue()) == 0)
            .map(Map.Entry::getKey)
            .toList();
    consumer.resume(rested);
    restingUntilMs.keySet().removeAll(rested);
  }

  /** No longer than until the next record is due. */
  private Duration bounded(Duration timeout) {
    long next =
        restingUntilMs.values().stream().mapToLong(pace::nanosUntil).min().orElse(Pace.NEVER);
    return Duration.ofNanos(Math.min(timeout.toNanos(), Math.max(next, SHORTEST_WAIT_NANOS)));
  }

  private Optional<OffsetRange> range(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(ranges.get(record.partition()));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
