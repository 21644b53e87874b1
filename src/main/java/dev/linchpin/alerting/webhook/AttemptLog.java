package dev.linchpin.alerting.webhook;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WebhookAttempted;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts what became of notices on {@code deliveries}. Safe for use by several threads. */
final class AttemptLog implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Topic<WebhookAttempted> topic;
  private final Serializer<WebhookAttempted> serializer;
  private final Patience patience;
  private final KafkaProducer<String, byte[]> producer;

  AttemptLog(Cluster cluster, Patience patience) {
    this.topic = cluster.topics().deliveries();
    this.serializer = new WireFormat(cluster.client()).serde(topic).serializer();
    this.patience = patience;
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putAll(cluster.client());
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Done when it is in the log; fails when it is not, with the reason. */
  CompletableFuture<Void> write(WebhookAttempted attempted) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    try {
      byte[] bytes = patience.insist(() -> bytes(attempted));
      var unused =
          producer.send(
              new ProducerRecord<>(topic.name(), attempted.incidentId(), bytes),
              (metadata, fault) -> settle(written, fault));
    } catch (RuntimeException e) {
      written.completeExceptionally(e);
    }
    return written;
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private synchronized byte[] bytes(WebhookAttempted attempted) {
    return serializer.serialize(topic.name(), attempted);
  }

  private static void settle(CompletableFuture<Void> written, Exception fault) {
    if (fault == null) {
      written.complete(null);
    } else {
      written.completeExceptionally(fault);
    }
  }
}
