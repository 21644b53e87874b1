package dev.linchpin.log;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads single records of a topic by where they lie: partition by partition, in the order of the
 * offsets, reading on to one that is near and seeking one that is far. An address at which there is
 * no record any more, or never was, is told as gone. For one thread at a time.
 */
public final class AddressReader<V> implements AutoCloseable {
  /** Records read in vain that cost less than a seek, which throws away what was fetched ahead. */
  private static final int NEAR = 100;

  private static final Duration POLL = Duration.ofMillis(200);
  // Kafka's fetch size of 1 MiB is 5 records of a 7B model (201 KB a step).
  private static final Map<String, Object> FETCH =
      Map.of(
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20,
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20,
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG, NEAR);

  private final Topic<V> topic;
  private final Patience patience;
  private final PatientReader<V> reader;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<TopicPartition> partitions;

  /** A reader of {@code topic}. */
  public AddressReader(Cluster cluster, Topic<V> topic, Patience patience) {
    this.topic = topic;
    this.patience = patience;
    this.reader = new PatientReader<>(topic, new WireFormat(cluster.client()).decoder(), patience);
    this.consumer = LogConsumers.open(cluster, FETCH);
    this.partitions = Set.copyOf(LogConsumers.partitions(consumer, topic, patience));
  }

  /** Hears what was found; an index is that of the address in the list asked for. */
  public interface Sink<V> {
    void found(int index, V value);

    /** The record there cannot be decoded, and why. */
    void malformed(int index, Reason reason);

    /** There is no record. */
    void gone(int index);
  }

  /** Tells {@code sink} of every address, in the order in which they lie in the log. */
  public void read(List<LogAddress> addresses, Sink<V> sink) {
    Map<Integer, List<Integer>> byPartition =
        IntStream.range(0, addresses.size())
            .boxed()
            .sorted(Comparator.comparing(i -> addresses.get(i).offset()))
            .collect(
                Collectors.groupingBy(
                    i -> addresses.get(i).partition(), TreeMap::new, Collectors.toList()));
    byPartition.forEach(
        (partition, indices) -> new Pass(partition, addresses, indices, sink).run());
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** One way through a partition. */
  private final class Pass {
    private final TopicPartition partition;
    private final List<LogAddress> addresses;
    private final Deque<Integer> wanted;
    private final Sink<V> sink;

    Pass(int partition, List<LogAddress> addresses, List<Integer> indices, Sink<V> sink) {
      this.partition = new TopicPartition(topic.name(), partition);
      this.addresses = addresses;
      this.wanted = new ArrayDeque<>(indices);
      this.sink = sink;
    }

    void run() {
      if (!partitions.contains(partition)) {
        giveUpBelow(Long.MAX_VALUE);
        return;
      }
      consumer.assign(List.of(partition));
      giveUpBelow(
          patience.insist(() -> consumer.beginningOffsets(List.of(partition))).get(partition));
      giveUpFrom(end());
      if (!wanted.isEmpty()) {
        consumer.seek(partition, nextOffset());
      }
      while (!wanted.isEmpty()) {
        advance();
      }
    }

    private void advance() {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(this::settle);
      long position = patience.insist(() -> consumer.position(partition));
      giveUpBelow(position);
      if (records.isEmpty() && position >= end()) {
        giveUpBelow(Long.MAX_VALUE);
      }
      if (!wanted.isEmpty() && nextOffset() - position > NEAR) {
        consumer.seek(partition, nextOffset());
      }
    }

    private void settle(ConsumerRecord<byte[], byte[]> record) {
      giveUpBelow(record.offset());
      while (!wanted.isEmpty() && nextOffset() == record.offset()) {
        tell(wanted.remove(), record);
      }
    }

    private void tell(int index, ConsumerRecord<byte[], byte[]> record) {
      V value;
      try {
        value = reader.read(record.value());
      } catch (UndecodableRecordException e) {
        sink.malformed(index, e.reason());
        return;
      }
      sink.found(index, value);
    }

    private void giveUpBelow(long offset) {
      while (!wanted.isEmpty() && nextOffset() < offset) {
        sink.gone(wanted.remove());
      }
    }

    private void giveUpFrom(long offset) {
      while (!wanted.isEmpty() && addresses.get(wanted.getLast()).offset() >= offset) {
        sink.gone(wanted.removeLast());
      }
    }

    private long nextOffset() {
      return addresses.get(wanted.element()).offset();
    }

    private long end() {
      return patience.insist(() -> consumer.endOffsets(List.of(partition))).get(partition);
    }
  }
}
