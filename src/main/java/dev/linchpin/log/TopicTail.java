package dev.linchpin.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads a topic from its beginning and goes on as it grows: all partitions, committed records only.
 * A record that cannot be decoded is counted and passed over. For one thread at a time.
 */
public final class TopicTail<V> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TopicTail.class);

  private final Topic<V> topic;
  private final PatientReader<V> reader;
  private final RawTail records;
  private long malformed;

  /** A reader of {@code topic}. */
  public TopicTail(Cluster cluster, Topic<V> topic, Patience patience) {
    this(cluster, topic, Start.BEGINNING, patience);
  }

  /** As above, from another place on. */
  public TopicTail(Cluster cluster, Topic<V> topic, Start start, Patience patience) {
    this.topic = topic;
    this.reader = new PatientReader<>(topic, new WireFormat(cluster.client()).decoder(), patience);
    this.records = new RawTail(cluster, topic, start, patience);
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
    records.poll(timeout, record -> take(record, sink));
  }

  /** Hands over all that was committed when it is called, and returns then. */
  public void readToEnd(Consumer<Entry<V>> sink) {
    records.readToEnd(record -> take(record, sink));
  }

  /**
   * As {@link #readToEnd}, after every transaction that is under way: waits until it is decided,
   * also that of a process that died.
   */
  public void readToDecidedEnd(Consumer<Entry<V>> sink) {
    records.readToDecidedEnd(record -> take(record, sink));
  }

  /**
   * Hands over all records up to these offsets.
   *
   * @param ends first offset of each partition that need not be read
   */
  public void readTo(Map<TopicPartition, Long> ends, Consumer<Entry<V>> sink) {
    records.readTo(ends, record -> take(record, sink));
  }

  @Override
  public void close() {
    records.close();
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
