package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.ChainRecordReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads the topics about chains on a thread of its own, from shortly before now on. */
final class LiveTail implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LiveTail.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Patience patience = Patience.until(this::isClosing);
  private final Thread thread = new Thread(this::run, "linchpin-live");
  private final Cluster cluster;
  private final ChainRecordReader reader;
  private final LiveHub hub;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long flushedAt = System.nanoTime();

  /**
   * A tail that does not run yet.
   *
   * @param hub takes records and is told to send
   */
  LiveTail(Cluster cluster, LiveHub hub) {
    this.cluster = cluster;
    this.hub = hub;
    reader = new ChainRecordReader(cluster.topics(), new WireFormat(cluster.client()), patience);
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(settings, bytes, bytes);
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
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
      patience.insist(
          () -> {
            RecentRecords.assign(consumer, ChainRecordReader.topics(cluster.topics()));
            return true;
          });
      while (!isClosing()) {
        step();
      }
    } catch (WakeupException | RetriableException e) {
      LOG.debugf("Live stream ended: cause=%s", e);
    }
  }

  private void step() {
    try {
      consumer.poll(POLL).forEach(this::take);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warnf("Waiting for the cluster: cause=%s", e.getMessage());
      rest();
    }
    if (System.nanoTime() - flushedAt >= FRAME.toNanos()) {
      flushedAt = System.nanoTime();
      hub.flush();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      Instant timestamp = Instant.ofEpochMilli(record.timestamp());
      hub.apply(reader.read(record.topic(), record.key(), record.value(), timestamp));
    } catch (UnusableRecordException e) {
      LOG.debugf("Record skipped: topic=%s reason=%s", record.topic(), e.reason());
    }
  }

  private void rest() {
    try {
      var unused = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }
}
