package dev.linchpin.wire;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits what a ledger says is done, and lets go of partitions that another has now. For the
 * consumer's thread.
 */
public final class LedgerCommits implements ConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(LedgerCommits.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Consumer<?, ?> consumer;
  private final OffsetLedger ledger;
  private final java.util.function.Consumer<Collection<TopicPartition>> forget;
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

  /**
   * Commits of a consumer.
   *
   * @param ledger what was taken and what is done; forgets lost partitions too
   * @param forget hears of partitions that another has now
   */
  public LedgerCommits(
      Consumer<?, ?> consumer,
      OffsetLedger ledger,
      java.util.function.Consumer<Collection<TopicPartition>> forget) {
    this.consumer = consumer;
    this.ledger = ledger;
    this.forget = forget;
  }

  /** Begins to commit if more is done than at the last time. */
  public void commitLater() {
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

  /** Commits; what cannot be committed is taken up again by whoever comes next. */
  public void commitNow() {
    try {
      consumer.commitSync(ledger.positions(), TIMEOUT);
    } catch (KafkaException e) {
      LOG.warnf("Commit failed, its records will be taken up again: fault=%s", e.toString());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    LOG.debugf("Partitions assigned: partitions=%s", partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commitNow();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    ledger.forget(partitions);
    forget.accept(partitions);
  }
}
