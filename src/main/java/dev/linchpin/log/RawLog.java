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
 * The committed records of a topic as they came, headers and all: every one, or the one at an
 * address. Nothing is decoded. For one thread at a time.
 */
public final class RawLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  // A record that is larger comes all the same, alone.
  private static final int FETCH_BYTES = 16 << 20;

  private final Patience patience;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** The log of {@code topic}. */
  public RawLog(Cluster cluster, Topic<?> topic, Patience patience) {
    this.patience = patience;
    this.consumer =
        LogConsumers.open(
            cluster,
            Map.of(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES));
    this.partitions =
        LogConsumers.partitions(consumer, topic, patience).stream()
            .sorted(Comparator.comparing(TopicPartition::partition))
            .toList();
  }

  /**
   * Hands over all that was committed when it is called, partition by partition, in the order of
   * the offsets. The sink may take its time: no group waits for this reader.
   */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    Map<TopicPartition, Long> ends = patience.insist(() -> consumer.endOffsets(partitions));
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
    if (offset < beginning(partition) || offset >= end(partition)) {
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
      end(partition);
    }
    return records;
  }

  private long beginning(TopicPartition partition) {
    return patience.insist(() -> consumer.beginningOffsets(List.of(partition))).get(partition);
  }

  private long end(TopicPartition partition) {
    return patience.insist(() -> consumer.endOffsets(List.of(partition))).get(partition);
  }

  private long position(TopicPartition partition) {
    return patience.insist(() -> consumer.position(partition));
  }
}
