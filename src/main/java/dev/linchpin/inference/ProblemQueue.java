package dev.linchpin.inference;

import dev.linchpin.wire.LedgerCommits;
import dev.linchpin.wire.OffsetLedger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;

/**
 * The node's share of the work queue. Takes one record at a time, only while there is a worker for
 * it, and goes on polling meanwhile, so that a long chain never looks like a dead node. Commits
 * what the ledger says is done. All methods are for the node's main thread.
 */
final class ProblemQueue {

  private static final Duration POLL = Duration.ofMillis(20);

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final OffsetLedger ledger;
  private final LedgerCommits commits;

  ProblemQueue(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, OffsetLedger ledger) {
    this.consumer = consumer;
    this.ledger = ledger;
    this.commits = new LedgerCommits(consumer, ledger, partitions -> {});
  }

  /** Settings of the consumer; the client's own go before them, but for those it depends on. */
  static Map<String, Object> settings(Map<String, ?> client, String group) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    // A problem put back from the dead letters comes in a transaction: one that was aborted is
    // none.
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.putAll(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    return settings;
  }

  void subscribe(String topic) {
    consumer.subscribe(List.of(topic), commits);
  }

  /** One round: takes a record if there is one and room for it, and commits what is done. */
  void poll(BooleanSupplier room, Consumer<ConsumerRecord<byte[], byte[]>> work) {
    if (room.getAsBoolean()) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      ledger.taken(new TopicPartition(record.topic(), record.partition()), record.offset());
      work.accept(record);
    }
    commits.commitLater();
  }

  /** Commits what is done and leaves the group. */
  void close() {
    commits.commitNow();
    consumer.close();
  }
}
