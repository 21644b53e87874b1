package dev.linchpin.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.NodeReported;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jboss.logging.Logger;

/** Puts reports on their topic. What the cluster does not take within seconds is dropped. */
final class KafkaReportSink implements ReportSink {
  private static final Logger LOG = Logger.getLogger(KafkaReportSink.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  // After the client's own settings: a report of a minute ago is worth nothing.
  private static final Map<String, Object> IMPATIENT =
      Map.of(
          ProducerConfig.LINGER_MS_CONFIG, 0,
          ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
          ProducerConfig.BUFFER_MEMORY_CONFIG, 1 << 20);

  private final Topic<NodeReported> topic;
  private final Serializer<NodeReported> serializer;
  private final KafkaProducer<byte[], byte[]> producer;

  KafkaReportSink(Cluster cluster) {
    topic = cluster.topics().nodes();
    serializer = new WireFormat(cluster.client()).serde(topic).serializer();
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.putAll(IMPATIENT);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void send(NodeReported report) {
    byte[] key = report.node().name().getBytes(UTF_8);
    byte[] value = serializer.serialize(topic.name(), report);
    var unused =
        producer.send(
            new ProducerRecord<>(topic.name(), key, value),
            (metadata, fault) -> {
              if (fault != null) {
                LOG.debugf("Report dropped: fault=%s", fault.toString());
              }
            });
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
