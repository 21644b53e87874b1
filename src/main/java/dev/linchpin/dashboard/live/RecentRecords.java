package dev.linchpin.dashboard.live;

import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Where the live stream begins: a few minutes ago, but not too many records. */
final class RecentRecords {
  private static final Duration BEFORE = Duration.ofMinutes(5);
  private static final long MOST_RECORDS = 10_000;

  private RecentRecords() {}

  /**
   * Gives a consumer all partitions of the topics.
   *
   * @throws UnknownTopicOrPartitionException when one is not there
   */
  static void assign(Consumer<?, ?> consumer, List<Topic<?>> topics) {
    List<TopicPartition> partitions =
        topics.stream().flatMap(topic -> partitions(consumer, topic.name()).stream()).toList();
    consumer.assign(partitions);
    long from = Instant.now().minus(BEFORE).toEpochMilli();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(part -> part, part -> from)));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp recent = found.get(partition);
      long end = ends.get(partition);
      long start = recent == null ? end : Math.max(recent.offset(), end - MOST_RECORDS);
      consumer.seek(partition, start);
    }
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    var found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException("there is no topic " + topic);
    }
    return found.stream().map(part -> new TopicPartition(topic, part.partition())).toList();
  }
}
