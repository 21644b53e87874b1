package dev.linchpin.app.cluster;

import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Posts problems and waits until the cluster has them. */
public final class Posts implements AutoCloseable {
  private static final int PATIENCE_MS = 15_000;

  private final KafkaProducer<String, byte[]> producer;
  private final WireFormat format;
  private final Topics topics;

  /** Posts to a cluster; {@code client} has the settings of Kafka and of the registry client. */
  public Posts(Map<String, ?> client, Topics topics) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.format = new WireFormat(client);
    this.topics = topics;
  }

  /**
   * Passes when a topic is there, so that work for it is not done in vain.
   *
   * @throws KafkaException that says what to do when it is missing, or why nobody answers
   */
  public static void require(Map<String, ?> client, Topic<?> topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    try (Admin admin = Admin.create(settings)) {
      admin.describeTopics(List.of(topic.name())).allTopicNames().get();
    } catch (ExecutionException e) {
      throw new KafkaException(
          "topic "
              + topic.name()
              + " cannot be used (`linchpin topics` makes missing ones): "
              + e.getCause().getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while looking for " + topic.name(), e);
    }
  }

  public void pose(ProblemPosed problem) {
    post(topics.problems(), problem.problemId(), problem);
  }

  private <V> void post(Topic<V> topic, String key, V value) {
    byte[] bytes = format.serde(topic).serializer().serialize(topic.name(), value);
    try {
      producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("could not post to " + topic.name(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while posting to " + topic.name(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
