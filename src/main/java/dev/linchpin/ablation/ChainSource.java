package dev.linchpin.ablation;

import dev.linchpin.ablation.AblationWorker.Cluster;
import dev.linchpin.wire.OffsetLedger;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * The worker's share of the finished chains. Goes on polling while chains are taken apart, so that
 * a long chain never looks like a dead worker, and reads no further than a few chains ahead. All
 * methods are for the worker's main thread.
 */
final class ChainSource implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ChainSource.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);
  private static final int MOST_WAITING = 16;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ChainIntake intake;
  private final OffsetLedger ledger;
  private final Deque<WholeChain> waiting = new ArrayDeque<>();
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

  ChainSource(Cluster cluster, WorkerSettings settings, ChainIntake intake, OffsetLedger ledger) {
    this.intake = intake;
    this.ledger = ledger;
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings(cluster.client(), settings), bytes, bytes);
    consumer.subscribe(intake.topics(), new Rebalance());
  }

  private static Map<String, Object> settings(Map<String, ?> client, WorkerSettings worker) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Records of one chain have the same partition number in both topics: range keeps them
    // together.
    settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(RangeAssignor.class));
    // What a dead worker had is taken up by another after this time.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    settings.putAll(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, worker.group());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return settings;
  }

  /** One round: reads, hands out chains while there is room, and commits what is done. */
  void poll(BooleanSupplier room, Consumer<WholeChain> work) {
    if (waiting.size() < MOST_WAITING) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    consumer.poll(POLL).forEach(this::take);
    while (!waiting.isEmpty() && room.getAsBoolean()) {
      work.accept(waiting.poll());
    }
    intake.giveUp().forEach(this::release);
    commitLater();
  }

  private void take(ConsumerRecord<byte[], byte[]> raw) {
    TopicPartition partition = new TopicPartition(raw.topic(), raw.partition());
    ledger.taken(partition, raw.offset());
    try {
      intake.take(raw, new RecordAddress(partition, raw.offset())).ifPresent(waiting::add);
    } catch (UndecodableRecordException e) {
      intake.unreadable(raw, e);
      ledger.done(partition, raw.offset());
    }
  }

  private void release(List<RecordAddress> records) {
    records.forEach(record -> ledger.done(record.partition(), record.offset()));
  }

  private void commitLater() {
    Map<TopicPartition, OffsetAndMetadata> positions = ledger.positions();
    if (!positions.equals(committed)) {
      committed = positions;
      consumer.commitAsync(positions, this::committed);
    }
  }

  private void committed(Map<TopicPartition, OffsetAndMetadata> positions, Exception fault) {
    if (fault != null) {
      LOG.warnf("Commit failed, trying again: fault=%s", fault.toString());
      committed = Map.of();
    }
  }

  /** Commits what is done and leaves the group. */
  @Override
  public void close() {
    commitNow();
    consumer.close();
  }

  private void commitNow() {
    try {
      consumer.commitSync(ledger.positions(), COMMIT_TIMEOUT);
    } catch (KafkaException e) {
      LOG.warnf("Commit failed, its chains will be taken up again: fault=%s", e.toString());
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.debugf("Partitions assigned: partitions=%s", partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commitNow();
      forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
      ledger.forget(partitions);
      intake.forget(partitions);
      waiting.removeIf(
          chain -> chain.records().stream().anyMatch(r -> partitions.contains(r.partition())));
    }
  }
}
