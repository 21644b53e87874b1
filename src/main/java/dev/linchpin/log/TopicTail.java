package dev.linchpin.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads a topic from its beginning and goes on as it grows: all partitions, committed records only.
 * A record that cannot be decoded is counted and passed over. For one thread at a time.
 */
public final class TopicTail<V> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TopicTail.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Topic<V> topic;
  private final Patience patience;
  private final PatientReader<V> reader;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private long malformed;

  /** A reader of {@code topic}. */
  public TopicTail(Cluster cluster, Topic<V> topic, Patience patience) {
    this.cluster = cluster;
    this.topic = topic;
    this.patience = patience;
    this.reader = new PatientReader<>(topic, new WireFormat(cluster.client()).decoder(), patience);
    this.consumer = LogConsumers.open(cluster, Map.of());
    this.partitions = LogConsumers.partitions(consumer, topic, patience);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * A record.
   *
   * @param at where it lies
   * @param key its key
   * @param value its value; empty where the record takes the key away
   */
  public record Entry<V>(LogAddress at, String key, Optional<V> value) {}

  /** Records that could not be decoded so far. */
  public long malformed() {
    return malformed;
  }

  /** Hands over what is there, or comes within {@code timeout}. */
  public void poll(Duration timeout, Consumer<Entry<V>> sink) {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(timeout);
    records.forEach(record -> take(record, sink));
  }

  /** Hands over all that was committed when it is called, and returns then. */
  public void readToEnd(Consumer<Entry<V>> sink) {
    readTo(ends(), sink);
  }

  /**
   * As {@link #readToEnd}, after every transaction that is under way: waits until it is decided,
   * also that of a process that died.
   */
  public void readToDecidedEnd(Consumer<Entry<V>> sink) {
    readTo(patience.insist(this::undecidedEnds), sink);
  }

  /**
   * Hands over all records up to these offsets.
   *
   * @param ends first offset of each partition that need not be read
   */
  public void readTo(Map<TopicPartition, Long> ends, Consumer<Entry<V>> sink) {
    while (ends.entrySet().stream().anyMatch(end -> position(end.getKey()) < end.getValue())) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(record -> take(record, sink));
      if (records.isEmpty()) {
        // Waits for a cluster that is away.
        ends();
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Map<TopicPartition, Long> ends() {
    return patience.insist(() -> consumer.endOffsets(partitions));
  }

  private Map<TopicPartition, Long> undecidedEnds() {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    ListOffsetsOptions uncommitted = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    try (Admin admin = Admin.create(new HashMap<>(cluster.client()))) {
      return Answers.of(admin.listOffsets(latest, uncommitted).all()).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }
  }

  private long position(TopicPartition partition) {
    return patience.insist(() -> consumer.position(partition));
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Entry<V>> sink) {
    LogAddress at = new LogAddress(record.partition(), record.offset());
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    try {
      Optional<V> value =
          record.value() == null ? Optional.empty() : Optional.of(reader.read(record.value()));
      sink.accept(new Entry<>(at, key, value));
    } catch (UndecodableRecordException e) {
      malformed++;
      LOG.warnf(
          "Passing over a record: topic=%s partition=%d offset=%d reason=%s",
          topic.name(), at.partition(), at.offset(), e.reason());
    }
  }
}
