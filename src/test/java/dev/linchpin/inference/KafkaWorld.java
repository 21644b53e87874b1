package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker and a registry of a test's own, and what a test does with them. */
final class KafkaWorld implements AutoCloseable {

  private final Path folder;
  private final EmbeddedRegistry registry;
  private EmbeddedKafka broker;
  private final Map<String, Object> client;

  private KafkaWorld(Path folder) {
    this.folder = folder;
    this.broker = EmbeddedKafka.start(folder);
    this.registry = EmbeddedRegistry.start(broker.bootstrapServers());
    this.client =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
  }

  static KafkaWorld start(Path folder) {
    return new KafkaWorld(folder);
  }

  Map<String, Object> client() {
    return client;
  }

  void stopBroker() {
    broker.close();
  }

  /** Starts it again where it was. */
  void startBroker() {
    String address = broker.bootstrapServers();
    int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    broker = EmbeddedKafka.start(folder, port);
  }

  /** Makes an installation of its own on the cluster. */
  Cluster install(String prefix) throws Exception {
    Topics topics = new Topics(prefix, 2);
    List<NewTopic> wanted =
        topics.all().stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), (short) 1)
                        .configs(topic.config()))
            .toList();
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(wanted).all().get();
    }
    return new Cluster(client, topics);
  }

  <V> void write(Topic<V> topic, String key, V value) throws Exception {
    try (var serde = new WireFormat(client).serde(topic)) {
      writeBytes(topic, key, serde.serializer().serialize(topic.name(), value));
    }
  }

  void writeBytes(Topic<?> topic, String key, byte[] value) throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client, bytes, bytes)) {
      producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value)).get();
    }
  }

  /** Reads a topic from its beginning until this many records have come. */
  List<ConsumerRecord<byte[], byte[]>> readRecords(Topic<?> topic, int count) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.assign(
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (records.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** The values of {@link #readRecords}; those of a key in their order. */
  <V> List<V> read(Topic<V> topic, int count) {
    try (var serde = new WireFormat(client).serde(topic)) {
      return readRecords(topic, count).stream()
          .map(record -> serde.deserializer().deserialize(topic.name(), record.value()))
          .toList();
    }
  }

  /** The values that a topic has now; those of a key in their order. */
  <V> List<V> readAll(Topic<V> topic) throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int i = 0; i < topic.partitions(); i++) {
      ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
    }
    try (Admin admin = Admin.create(client)) {
      long count =
          admin.listOffsets(ends).all().get().values().stream()
              .mapToLong(ListOffsetsResultInfo::offset)
              .sum();
      return read(topic, (int) count);
    }
  }

  /** Sum of the offsets that a group has committed. */
  long committed(String group) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .flatMap(offset -> Optional.ofNullable(offset).stream())
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }
}
