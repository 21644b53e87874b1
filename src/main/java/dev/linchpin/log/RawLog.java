package dev.linchpin.log;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed records of a topic as they came, headers and all, from what retention has left up
 * to where the topic ended when this was opened: every one, or the one at an address. Nothing is
 * decoded. For one thread at a time.
 */
public final class RawLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  // Kafka's fetch size of 1 MiB is 5 records of a 7B model (201 KB a step); a record that is larger
  // comes all the same, alone. All that is read is there, so that a fetch which waits for more at a
  // partition's end only delays the next partition.
  private static final Map<String, Object> FETCH =
      Map.of(
          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10,
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20,
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);

  private final Patience patience;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> ends;

  /** The records that {@code topic} has now. */
  public RawLog(Cluster cluster, Topic<?> topic, Patience patience) {
    this.patience = patience;
    this.consumer = LogConsumers.open(cluster, FETCH);
    this.partitions =
        LogConsumers.partitions(consumer, topic, patience).stream()
            .sorted(Comparator.comparing(TopicPartition::partition))
            .toList();
    this.ends = patience.insist(() -> consumer.endOffsets(partitions));
  }

  /** Number of partitions. */
  public int partitions() {
    return partitions.size();
  }

  /**
   * Hands over every record, partition by partition from 0, in the order of the offsets. The sink
   * may take its time: no group waits for this reader.
   */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    for (TopicPartition partition : partitions) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      readTo(partition, ends.get(partition), sink);
    }
  }

  /** The record at an address; empty where there is none any more, or none yet. */
  public Optional<ConsumerRecord<byte[], byte[]>> find(LogAddress address) {
    return partitions.stream()
        .filter(partition -> partition.partition() == address.partition())
        .findFirst()
        .flatMap(partition -> find(partition, address.offset()));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void readTo(
      TopicPartition partition, long end, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    while (position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> record : poll(partition)) {
        if (record.offset() < end) {
          sink.accept(record);
        }
      }
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> find(TopicPartition partition, long offset) {
    if (offset < beginning(partition) || offset >= ends.get(partition)) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    while (position(partition) <= offset) {
      for (ConsumerRecord<byte[], byte[]> record : poll(partition)) {
        return Optional.of(record).filter(first -> first.offset() == offset);
      }
    }
    return Optional.empty();
  }

  private ConsumerRecords<byte[], byte[]> poll(TopicPartition partition) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      // Fails, or waits, where the cluster is away.
      beginning(partition);
    }
    return records;
  }

  private long beginning(TopicPartition partition) {
    return patience.insist(() -> consumer.beginningOffsets(List.of(partition))).get(partition);
  }

  private long position(TopicPartition partition) {
    return patience.insist(() -> consumer.position(partition));
  }
}
