package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.LedgerCommits;
import dev.linchpin.wire.OffsetLedger;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads {@code incidents} and tells webhooks, in a thread of its own. A notice is committed once
 * its outcome is decided at every target and is in {@code deliveries}. Reading rests while very
 * many notices wait for their targets.
 */
public final class WebhookSender implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WebhookSender.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_WAITING = 2_000;
  // Of a new group: what is new, also what came while it was starting.
  private static final String BEGIN = "by_duration:PT1M";

  private final Cluster cluster;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Patience patience = Patience.until(this::isClosing);
  private final PatientReader<IncidentChanged> reader;
  private final AttemptLog log;
  private final Deliveries deliveries;
  private final OffsetLedger ledger = new OffsetLedger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final LedgerCommits commits;
  private final Thread thread = new Thread(this::run, "linchpin-webhooks");

  /**
   * Begins to send.
   *
   * @param cluster where incidents are
   * @param settings who is told, and how
   * @param clock says when notices are sent
   * @param random spreads the rests between tries
   */
  public static WebhookSender start(
      Cluster cluster, WebhookSettings settings, InstantSource clock, RandomGenerator random) {
    WebhookSender sender = new WebhookSender(cluster, settings, clock, random);
    sender.thread.setDaemon(true);
    sender.thread.start();
    return sender;
  }

  private WebhookSender(
      Cluster cluster, WebhookSettings settings, InstantSource clock, RandomGenerator random) {
    this.cluster = cluster;
    this.reader =
        new PatientReader<>(
            cluster.topics().incidents(), new WireFormat(cluster.client()).decoder(), patience);
    this.log = new AttemptLog(cluster, patience);
    this.deliveries =
        new Deliveries(settings.targets(), settings.plan(), clock, random, log::write);
    this.consumer = consumer(cluster, settings.group());
    this.commits = new LedgerCommits(consumer, ledger, lost -> {});
  }

  /** What stopped it, if something did. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Stops; what is under way is taken up again by whoever comes next. */
  @Override
  public void close() {
    closing.countDown();
    deliveries.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      consumer.subscribe(List.of(cluster.topics().incidents().name()), commits);
      while (!isClosing() && failure.get() == null) {
        rest();
        consumer.poll(POLL).forEach(this::take);
        commits.commitLater();
      }
    } catch (KafkaException e) {
      fail(e);
    } finally {
      end();
    }
  }

  private void rest() {
    if (waiting.get() >= MOST_WAITING) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    ledger.taken(partition, record.offset());
    waiting.incrementAndGet();
    var unused =
        told(record)
            .whenComplete(
                (done, fault) -> {
                  waiting.decrementAndGet();
                  if (fault == null) {
                    ledger.done(partition, record.offset());
                  } else {
                    fail(fault);
                  }
                });
  }

  private CompletableFuture<Void> told(ConsumerRecord<byte[], byte[]> record) {
    return read(record)
        .filter(changed -> changed.notice() != Notice.NONE)
        .map(deliveries::deliver)
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private Optional<IncidentChanged> read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(record.value()));
    } catch (UndecodableRecordException e) {
      LOG.warnf(
          "Passing over a record: topic=%s partition=%d offset=%d reason=%s",
          record.topic(), record.partition(), record.offset(), e.reason());
      return Optional.empty();
    }
  }

  private void fail(Throwable fault) {
    if (!isClosing() && failure.compareAndSet(null, fault)) {
      LOG.errorf(fault, "Webhooks are no longer told: cause=%s", fault.getMessage());
    }
  }

  private void end() {
    commits.commitNow();
    consumer.close();
    log.close();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Cluster cluster, String group) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, BEGIN);
    settings.putAll(cluster.client());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
