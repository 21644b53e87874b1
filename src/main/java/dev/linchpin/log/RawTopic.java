package dev.linchpin.log;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed records of a topic, undecoded, from what retention has left up to where the topic
 * ended when this was opened. Can be read more than once. For one thread at a time.
 */
public final class RawTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  // Kafka's fetch size of 1 MiB is 5 records of a 7B model (201 KB a step). All that is read is
  // there, so that a fetch which waits for more at a partition's end only delays the next
  // partition.
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
  public RawTopic(Cluster cluster, Topic<?> topic, Patience patience) {
    this.patience = patience;
    this.consumer = LogConsumers.open(cluster, FETCH);
    this.partitions =
        LogConsumers.partitions(consumer, topic, patience).stream()
            .sorted(Comparator.comparing(TopicPartition::partition))
            .toList();
    this.ends = ends(partitions);
  }

  /** Number of partitions. */
  public int partitions() {
    return partitions.size();
  }

  /** Hands over every record, partition by partition from 0, in the order of the offsets. */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    partitions.forEach(partition -> read(partition, sink));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    long end = ends.get(partition);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    while (patience.insist(() -> consumer.position(partition)) < end) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.offset() < end) {
          sink.accept(record);
        }
      }
      if (records.isEmpty()) {
        // Fails or waits, as its patience says, where the cluster is away.
        ends(List.of(partition));
      }
    }
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> of) {
    return patience.insist(() -> consumer.endOffsets(of));
  }
}
