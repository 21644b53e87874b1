package dev.linchpin.alerting;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes what people do to {@code audit}. For everyone who lets people change something. Safe for
 * use by several threads.
 */
public final class AuditLog implements AutoCloseable {
  // A person waits for it.
  private static final int DELIVERY_TIMEOUT_MS = 10_000;
  private static final int REQUEST_TIMEOUT_MS = 5_000;

  private final Topic<OperatorActed> topic;
  private final InstantSource clock;
  private final Serializer<OperatorActed> serializer;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * A log.
   *
   * @param cluster where the topic is
   * @param clock says when something was done
   */
  public AuditLog(Cluster cluster, InstantSource clock) {
    this.topic = cluster.topics().audit();
    this.clock = clock;
    this.serializer = new WireFormat(cluster.client()).serde(topic).serializer();
    this.producer =
        new KafkaProducer<>(
            settings(cluster.client()), new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * What someone does now, not written yet.
   *
   * @param user who
   * @param action what
   * @param target what it is done to
   * @param detail more of it: a JSON object, empty for none
   */
  public OperatorActed now(String user, Action action, String target, String detail) {
    return new OperatorActed(
        clock.instant().truncatedTo(ChronoUnit.MICROS), user, action, target, detail);
  }

  /**
   * Writes what someone did, and returns when it is there.
   *
   * @throws KafkaException if it is not, with the reason
   */
  public void write(OperatorActed acted) {
    var unused =
        Answers.of(producer.send(new ProducerRecord<>(topic.name(), acted.target(), bytes(acted))));
  }

  /**
   * Writes what someone does now, and returns when it is there.
   *
   * @param user who
   * @param action what
   * @param target what it is done to
   * @param detail more of it: a JSON object, empty for none
   * @throws KafkaException if it is not, with the reason
   */
  public void write(String user, Action action, String target, String detail) {
    write(now(user, action, target, detail));
  }

  @Override
  public void close() {
    producer.close();
  }

  private synchronized byte[] bytes(OperatorActed acted) {
    return serializer.serialize(topic.name(), acted);
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    settings.putAll(client);
    return settings;
  }
}
