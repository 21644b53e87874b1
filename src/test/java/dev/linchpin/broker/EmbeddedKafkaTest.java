package dev.linchpin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedKafkaTest {

  private static final TopicPartition PROBES = new TopicPartition("probes", 0);
  private static final int LARGE = 64 << 20;

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void shouldKeepALargeRecordOverARestart() throws Exception {
    // Given
    byte[] probe = new byte[LARGE - 1024];
    new Random(1).nextBytes(probe);
    createTopic(kafka);
    produce(kafka, probe);

    // When
    stop();
    start();
    byte[] read = consume(kafka);

    // Then
    assertThat(Arrays.equals(read, probe)).isTrue();
  }

  @Test
  void shouldSayThatItsFolderOrItsPortIsTaken(@TempDir Path other) {
    // Given
    int port = Integer.parseInt(kafka.bootstrapServers().replace("127.0.0.1:", ""));

    // When, Then
    assertThatThrownBy(() -> EmbeddedKafka.start(folder))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> EmbeddedKafka.start(other, port))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("port " + port);
  }

  private static void createTopic(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = Admin.create(client(kafka))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(PROBES.topic(), Optional.of(1), Optional.empty())
                      .configs(Map.of("max.message.bytes", Integer.toString(LARGE)))))
          .all()
          .get();
    }
  }

  private static void produce(EmbeddedKafka kafka, byte[] value) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "max.request.size",
            LARGE,
            "buffer.memory",
            2L * LARGE);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(PROBES.topic(), value)).get();
    }
  }

  private static byte[] consume(EmbeddedKafka kafka) {
    try (var consumer =
        new KafkaConsumer<>(
            client(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(PROBES));
      consumer.seekToBeginning(List.of(PROBES));
      for (int attempt = 0; attempt < 60; attempt++) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          return record.value();
        }
      }
    }
    throw new AssertionError("expected a record, got none");
  }

  private static Map<String, Object> client(EmbeddedKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }
}
