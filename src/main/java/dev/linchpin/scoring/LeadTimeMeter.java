package dev.linchpin.scoring;

import dev.linchpin.reasoning.LeadTimeTracker;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Measures the lead time of every step in a thread of its own: reads steps, the champion's scores
 * and the ends of chains as any other client would, so that it sees what they see. A verdict is
 * written when the broker appended it to {@code scores}; a step is complete when the node says so:
 * their clocks should agree to a few milliseconds.
 *
 * <p>Meters share the partitions by chain, as monitors do. After a crash, chains that were open are
 * measured from the last commit on.
 */
public final class LeadTimeMeter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LeadTimeMeter.class);
  private static final int MAX_OPEN_CHAINS = 10_000;
  private static final Duration POLL = Duration.ofMillis(500);

  private final AtomicBoolean closing = new AtomicBoolean();
  private final Consumer<byte[], byte[]> consumer;
  private final LeadTimeTracker tracker;
  private final LeadTimeReader reader;
  private final LeadTimeMetrics metrics;
  private final Thread thread = new Thread(this::run, "linchpin-lead-time");

  /**
   * A meter that does not run yet.
   *
   * @param settings where the cluster and the registry are
   * @param topics the catalogue
   * @param meters takes the meters of lead time
   */
  public LeadTimeMeter(ScoringSettings settings, Topics topics, MeterRegistry meters) {
    tracker = new LeadTimeTracker(MAX_OPEN_CHAINS);
    Patience patience = Patience.until(closing::get);
    metrics = new LeadTimeMetrics(meters);
    reader = new LeadTimeReader(topics, new WireFormat(settings.client()), patience, tracker);
    consumer =
        new KafkaConsumer<>(
            settings.leadTimeConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(
        List.of(topics.steps().name(), topics.scores().name(), topics.chains().name()));
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Stops reading and waits for it. */
  @Override
  public void close() {
    closing.set(true);
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
  }

  private void run() {
    try {
      while (!closing.get()) {
        consumer.poll(POLL).forEach(this::observe);
      }
    } catch (WakeupException | RetriableException e) {
      if (!closing.get()) {
        throw e;
      }
    } catch (KafkaException e) {
      LOG.errorf(e, "Lead time is no longer measured: cause=%s", e.getMessage());
    }
  }

  private void observe(ConsumerRecord<byte[], byte[]> event) {
    try {
      reader.observe(event).ifPresent(metrics::measured);
    } catch (UndecodableRecordException e) {
      metrics.skipped();
      LOG.warnf(
          "Record skipped: topic=%s partition=%d offset=%d reason=%s",
          event.topic(), event.partition(), event.offset(), e.reason());
    }
    metrics.evicted(tracker.evictions());
  }
}
