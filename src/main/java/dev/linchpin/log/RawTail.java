package dev.linchpin.log;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The records of a topic as they came, headers and all, from a place on and on as the topic grows:
 * all partitions, committed records only. Nothing is decoded. For one thread at a time.
 */
public final class RawTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Patience patience;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /** A reader of {@code topic}; waits for what is away as long as {@code patience} does. */
  public RawTail(Cluster cluster, Topic<?> topic, Start start, Patience patience) {
    this.cluster = cluster;
    this.patience = patience;
    this.consumer = LogConsumers.open(cluster, Map.of());
    try {
      this.partitions = LogConsumers.partitions(consumer, topic, patience);
      consumer.assign(partitions);
      start.seek(consumer, partitions, patience);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Offsets between what retention has left and where the next record is read. */
  public long behind() {
    Map<TopicPartition, Long> begins = patience.insist(() -> consumer.beginningOffsets(partitions));
    return partitions.stream().mapToLong(p -> Math.max(0, position(p) - begins.get(p))).sum();
  }

  /** Hands over what is there, or comes within {@code timeout}. */
  public void poll(Duration timeout, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    consumer.poll(timeout).forEach(sink);
  }

  /** Hands over all that was committed when it is called, and returns then. */
  public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    readTo(ends(), sink);
  }

  /**
   * As {@link #readToEnd}, after every transaction that is under way: waits until it is decided,
   * also that of a process that died.
   */
  public void readToDecidedEnd(Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    readTo(patience.insist(this::undecidedEnds), sink);
  }

  /**
   * Hands over all records up to these offsets.
   *
   * @param ends first offset of each partition that need not be read
   */
  public void readTo(
      Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
    while (ends.entrySet().stream().anyMatch(end -> position(end.getKey()) < end.getValue())) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(sink);
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
}
