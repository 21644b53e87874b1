package dev.linchpin.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.TopicAdmin;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A real broker seen through topics of its own. */
public class LiveTopics implements AutoCloseable {
  protected static final Duration PATIENCE = Duration.ofMinutes(2);

  public final Topics topics;
  public final Map<String, String> client = new HashMap<>();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final WireFormat wire;
  // One a topic: each asks the registry once.
  private final Map<String, Serializer<?>> serializers = new HashMap<>();
  private final KafkaProducer<byte[], byte[]> producer;

  public LiveTopics(EmbeddedKafka kafka, EmbeddedRegistry registry, String prefix)
      throws Exception {
    topics = new Topics(prefix, 3);
    client.put("schema.registry.url", registry.url());
    client.put("max.retries", "0");
    client.put("bootstrap.servers", kafka.bootstrapServers());
    // The least that a broker allows: how long a killed role keeps its partitions.
    client.put("session.timeout.ms", "6000");
    wire = new WireFormat(client);
    createTopics();
    Map<String, Object> settings = new HashMap<>(client);
    // A dead letter can be larger than any other record.
    settings.put("max.request.size", topics.deadLetters().maxMessageBytes());
    settings.put("buffer.memory", 2L * topics.deadLetters().maxMessageBytes());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public <V> LogAddress send(Topic<V> topic, String key, V value) {
    return send(topic, key, bytes(topic, value));
  }

  public LogAddress send(Topic<?> topic, String key, byte[] value) {
    return send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
  }

  /** With a time of its own. */
  public LogAddress send(Topic<?> topic, String key, byte[] value, Instant time) {
    return send(
        new ProducerRecord<>(topic.name(), null, time.toEpochMilli(), key.getBytes(UTF_8), value));
  }

  /** Appends a record without a key to a partition and says where it lies. */
  public LogAddress append(Topic<?> topic, int partition, byte[] value) {
    return send(new ProducerRecord<>(topic.name(), partition, null, value));
  }

  /** Sends a record as it is and says where it lies. */
  public LogAddress send(ProducerRecord<byte[], byte[]> record) {
    try {
      RecordMetadata sent = producer.send(record).get();
      return new LogAddress(sent.partition(), sent.offset());
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("could not send to " + record.topic(), e);
    }
  }

  /** Removes all records of a partition before {@code offset}, as retention does. */
  public void deleteBefore(Topic<?> topic, int partition, long offset) {
    TopicPartition where = new TopicPartition(topic.name(), partition);
    try (Admin admin = Admin.create(new HashMap<>(client))) {
      admin.deleteRecords(Map.of(where, RecordsToDelete.beforeOffset(offset))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("could not delete from " + topic.name(), e);
    }
  }

  @SuppressWarnings("unchecked")
  public <V> byte[] bytes(Topic<V> topic, V value) {
    Serializer<V> serializer =
        (Serializer<V>)
            serializers.computeIfAbsent(topic.name(), name -> wire.serde(topic).serializer());
    return serializer.serialize(topic.name(), value);
  }

  /** All committed values of a topic from its beginning, as soon as they are enough. */
  public <V> List<V> valuesUntil(Topic<V> topic, Predicate<List<V>> enough) {
    Deserializer<V> deserializer = wire.serde(topic).deserializer();
    List<V> values = new ArrayList<>();
    recordsUntil(
        topic,
        record -> {
          values.add(deserializer.deserialize(topic.name(), record.value()));
          return enough.test(values);
        });
    return values;
  }

  /** All committed records of a topic from its beginning up to the first that is enough. */
  public List<ConsumerRecord<byte[], byte[]>> recordsUntil(
      Topic<?> topic, Predicate<ConsumerRecord<byte[], byte[]>> enough) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Instant deadline = Instant.now().plus(PATIENCE);
    try (KafkaConsumer<byte[], byte[]> consumer = consumerOfAll(topic)) {
      while (Instant.now().isBefore(deadline)) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          records.add(record);
          if (enough.test(record)) {
            return records;
          }
        }
      }
    }
    throw new AssertionError("not enough within " + PATIENCE + ": " + records.size() + " records");
  }

  /** Returns as soon as a meter has seen so many values. */
  public void awaitCount(String meter, long count) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (meters.summary(meter).count() < count) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(meter + " has only " + meters.summary(meter).count());
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private KafkaConsumer<byte[], byte[]> consumerOfAll(Topic<?> topic) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("auto.offset.reset", "earliest");
    config.put("isolation.level", "read_committed");
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic.name()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
    return consumer;
  }

  private void createTopics() {
    try (Admin admin = Admin.create(new HashMap<>(client))) {
      List<String> created = new TopicAdmin(admin).create(topics, Optional.empty());
      if (created.size() != topics.all().size()) {
        throw new AssertionError("expected no topics of an earlier test, got some of " + topics);
      }
    }
  }
}
