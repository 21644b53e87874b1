package dev.linchpin.ablation;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LedgerCommits;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The worker's share of the finished chains. Goes on polling while chains are taken apart, so that
 * a long chain never looks like a dead worker, and reads no further than a few chains ahead. All
 * methods are for the worker's main thread.
 */
final class ChainSource implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int MOST_WAITING = 16;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ChainIntake intake;
  private final OffsetLedger ledger;
  private final LedgerCommits commits;
  private final Deque<WholeChain> waiting = new ArrayDeque<>();

  ChainSource(Cluster cluster, WorkerSettings settings, ChainIntake intake, OffsetLedger ledger) {
    this.intake = intake;
    this.ledger = ledger;
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(settings(cluster.client(), settings), bytes, bytes);
    this.commits = new LedgerCommits(consumer, ledger, this::forget);
    consumer.subscribe(intake.topics(), commits);
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
    commits.commitLater();
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

  /** Commits what is done and leaves the group. */
  @Override
  public void close() {
    commits.commitNow();
    consumer.close();
  }

  private void forget(Collection<TopicPartition> partitions) {
    intake.forget(partitions);
    waiting.removeIf(
        chain -> chain.records().stream().anyMatch(r -> partitions.contains(r.partition())));
  }
}
