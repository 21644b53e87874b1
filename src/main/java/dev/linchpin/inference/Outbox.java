package dev.linchpin.inference;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Where records wait for the network, so that nobody else has to. One thread sends them in order.
 * While cluster or registry is away it tries again with growing waits, and the buffer fills; what
 * then happens is {@link WhenFull}'s matter.
 */
public final class Outbox implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Outbox.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final SendBuffer buffer;
  private final RecordSender sender;
  private final OutboxMetrics metrics;
  private final Backoff backoff;
  private final Thread thread;
  private volatile boolean closed;

  Outbox(SendBuffer buffer, RecordSender sender, OutboxMetrics metrics, Backoff backoff) {
    this.buffer = buffer;
    this.sender = sender;
    this.metrics = metrics;
    this.backoff = backoff;
    this.thread = new Thread(this::sendAll, "linchpin-outbox");
    thread.setDaemon(true);
  }

  /**
   * Opens an outbox to a cluster.
   *
   * @param client settings of the Kafka client, {@code bootstrap.servers} at least
   */
  public static Outbox open(
      Map<String, ?> client, OutboxSettings settings, MeterRegistry registry) {
    OutboxMetrics metrics = OutboxMetrics.in(registry);
    SendBuffer buffer = new SendBuffer(settings.bufferBytes(), settings.whenFull(), metrics);
    registry.gauge("linchpin.inference.buffer.bytes", buffer, SendBuffer::used);
    RecordSender sender = new KafkaRecordSender(client, settings.bufferBytes());
    return new Outbox(buffer, sender, metrics, Backoff.DEFAULT).start();
  }

  Outbox start() {
    thread.start();
    return this;
  }

  /**
   * Takes a record to send.
   *
   * @return completes when the record has been acknowledged or the policy has dropped it; fails
   *     when it never will be acknowledged
   */
  CompletableFuture<Void> put(Outgoing record) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the outbox is closed");
    }
    if (!buffer.put(record)) {
      record.acknowledged().complete(null);
    }
    return record.acknowledged();
  }

  /** Bytes of the records that wait to be sent or acknowledged. */
  long usedBytes() {
    return buffer.used();
  }

  /** Most bytes that may wait. */
  long capacityBytes() {
    return buffer.capacity();
  }

  /**
   * Waits until everything has been acknowledged.
   *
   * @return whether it was, within the time
   */
  public boolean flush(Duration timeout) throws InterruptedException {
    return buffer.awaitEmpty(timeout);
  }

  /** Sends what it can within ten seconds; what is left counts as failed. */
  @Override
  public void close() {
    closed = true;
    try {
      flush(CLOSE_TIMEOUT);
      thread.interrupt();
      thread.join(CLOSE_TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    giveUp(buffer.takeAll());
    sender.close();
  }

  private void sendAll() {
    try {
      while (true) {
        send(buffer.take());
      }
    } catch (InterruptedException e) {
      LOG.debug("Outbox ends");
    }
  }

  private void send(Outgoing record) throws InterruptedException {
    for (int attempt = 0; !offer(record); attempt++) {
      try {
        backoff.await(attempt);
      } catch (InterruptedException e) {
        settle(record, Optional.of(e));
        throw e;
      }
    }
  }

  /** Whether the record is out of our hands: sent, or refused for good. */
  private boolean offer(Outgoing record) {
    try {
      sender.send(record.record().get(), outcome -> settle(record, outcome));
      return true;
    } catch (RuntimeException e) {
      if (Faults.pass(e)) {
        metrics.retried().increment();
        LOG.warnf("Cluster or registry away, trying again: fault=%s", e.toString());
        return false;
      }
      settle(record, Optional.of(e));
      return true;
    }
  }

  private void settle(Outgoing record, Optional<Exception> fault) {
    if (fault.isEmpty()) {
      metrics.sent().increment();
      record.acknowledged().complete(null);
    } else {
      metrics.failed().increment();
      LOG.errorf("Record given up: fault=%s", fault.get().toString());
      record.acknowledged().completeExceptionally(fault.get());
    }
    buffer.release(record);
  }

  private void giveUp(List<Outgoing> left) {
    for (Outgoing record : left) {
      settle(record, Optional.of(new IllegalStateException("the outbox was closed before")));
    }
  }
}
