package dev.linchpin.log;

import dev.linchpin.wire.Patience;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where the reading of a topic begins. */
@FunctionalInterface
public interface Start {
  /** At what retention has left. */
  Start BEGINNING = (consumer, partitions, patience) -> consumer.seekToBeginning(partitions);

  /** Moves the consumer to where it begins. */
  void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Patience patience);

  /** At the first record of this time or later in each partition. */
  static Start since(Instant time) {
    return (consumer, partitions, patience) -> {
      Map<TopicPartition, Long> times =
          partitions.stream().collect(Collectors.toMap(p -> p, p -> time.toEpochMilli()));
      consumer.seekToEnd(partitions);
      patience
          .insist(() -> consumer.offsetsForTimes(times))
          .forEach((partition, found) -> seekIfAny(consumer, partition, found));
    };
  }

  /** So many offsets before the end of each partition, or at its beginning. */
  static Start latest(long offsets) {
    return (consumer, partitions, patience) -> {
      Map<TopicPartition, Long> begins =
          patience.insist(() -> consumer.beginningOffsets(partitions));
      patience
          .insist(() -> consumer.endOffsets(partitions))
          .forEach((p, end) -> consumer.seek(p, Math.max(begins.get(p), end - offsets)));
    };
  }

  private static void seekIfAny(
      KafkaConsumer<?, ?> consumer, TopicPartition partition, OffsetAndTimestamp found) {
    if (found != null) {
      consumer.seek(partition, found.offset());
    }
  }
}
