package dev.linchpin.ablation;

import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts results on their topic. Safe for use by several threads. */
final class ResultSink implements AutoCloseable {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final KafkaProducer<String, byte[]> producer;
  private final Serializer<ChainAblated> serializer;
  private final Topic<ChainAblated> topic;
  private final Patience patience;

  ResultSink(Cluster cluster, WireFormat wire, Patience patience) {
    this.topic = cluster.topics().ablations();
    this.serializer = wire.serde(topic).serializer();
    this.patience = patience;
    this.producer =
        new KafkaProducer<>(
            settings(cluster.client()), new StringSerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // What was taken is tried until it is there: a chain costs far more than the wait.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // One at a time: an idempotent producer may hang on overtaken first batches after a restart.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.putAll(client);
    return settings;
  }

  /** Sends a result; {@code acknowledged} gets null when it is in the log, else why it is not. */
  void send(ChainAblated result, Consumer<Exception> acknowledged) {
    byte[] bytes = patience.insist(() -> serialize(result));
    var unused =
        producer.send(
            new ProducerRecord<>(topic.name(), result.chainId(), bytes),
            (metadata, fault) -> acknowledged.accept(fault));
  }

  private synchronized byte[] serialize(ChainAblated result) {
    return serializer.serialize(topic.name(), result);
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
