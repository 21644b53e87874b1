package dev.linchpin.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RawLogTest {
  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  private LiveTopics world;
  private Topic<byte[]> topic;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
    topic = world.topics.deadLetters();
  }

  private RawLog log() {
    return new RawLog(new Cluster(world.client, world.topics), topic, Patience.until(() -> true));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void shouldReadPartitionByPartition() {
    // Given
    append(2, "a", "b");
    append(0, "c");
    append(2, "d");

    // When
    List<String> read = read();

    // Then
    assertThat(read).containsExactly("0:0 c", "2:0 a", "2:1 b", "2:2 d");
  }

  @Test
  void shouldReadOnlyWhatWasThereWhenItBegan() {
    // Given
    append(0, "a");
    append(1, "b");
    List<String> read = new ArrayList<>();

    // When
    try (RawLog log = log()) {
      log.read(
          record -> {
            read.add(text(record));
            append(record.partition(), "later");
            append(2, "later");
          });
    }

    // Then
    assertThat(read).containsExactly("0:0 a", "1:0 b");
  }

  @Test
  void shouldPassOverWhatWasNotCommitted() throws Exception {
    // Given
    append(0, "a");
    abort(0, "b");
    // The broker decides after the producer was answered: before or after this record.
    long last = world.append(topic, 0, "c".getBytes(UTF_8)).offset();
    world.recordsUntil(topic, record -> record.offset() == last);

    // When
    List<String> read = read();

    // Then
    assertThat(read).containsExactly("0:0 a", "0:" + last + " c");
    assertThat(find(0, 1)).isEmpty();
    assertThat(find(0, last)).contains("0:" + last + " c");
    assertThat(find(0, last + 1)).isEmpty();
  }

  @Test
  void shouldFindTheRecordAtAnAddress() {
    // Given
    append(1, "a", "b", "c");
    world.deleteBefore(topic, 1, 1);

    // When, Then
    assertThat(find(1, 0)).isEmpty();
    assertThat(find(1, 1)).contains("1:1 b");
    assertThat(find(1, 2)).contains("1:2 c");
    assertThat(find(1, 3)).isEmpty();
    assertThat(find(0, 0)).isEmpty();
    assertThat(find(9, 0)).isEmpty();
    assertThat(read()).containsExactly("1:1 b", "1:2 c");
  }

  private List<String> read() {
    List<String> read = new ArrayList<>();
    try (RawLog log = log()) {
      log.read(record -> read.add(text(record)));
    }
    return read;
  }

  private Optional<String> find(int partition, long offset) {
    try (RawLog log = log()) {
      return log.find(new LogAddress(partition, offset)).map(RawLogTest::text);
    }
  }

  private void append(int partition, String... values) {
    for (String value : values) {
      world.append(topic, partition, value.getBytes(UTF_8));
    }
  }

  private void abort(int partition, String value) throws Exception {
    Map<String, Object> settings = new HashMap<>(world.client);
    settings.put("transactional.id", topic.name());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer
          .send(new ProducerRecord<>(topic.name(), partition, null, value.getBytes(UTF_8)))
          .get();
      producer.abortTransaction();
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return record.partition() + ":" + record.offset() + " " + new String(record.value(), UTF_8);
  }
}
