package dev.linchpin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogue, serdes, broker and registry together, and a client that is not Linchpin's. */
final class WireOnKafkaTest {

  private static final Path FOREIGN_CLIENT = Path.of("src/test/foreign/read_alert.py");
  private static final Topics TOPICS = new Topics("t.", 1);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicAdmin(admin).create(TOPICS, Optional.empty());
    }
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @Test
  void shouldCarryAProbeOfAModelOfSevenBillionParameters() throws Exception {
    // Given
    ProbeRelease probe = largeProbe();

    // When
    publish(TOPICS.probes(), probe.id().key(), probe);
    ConsumerRecord<String, ProbeRelease> read = first(TOPICS.probes());

    // Then
    assertThat(read.key()).isEqualTo("big/importance/1");
    assertThat(((LinearProbe) read.value().probe()).weights())
        .isEqualTo(((LinearProbe) probe.probe()).weights());
  }

  @Test
  void shouldSayWhenAVerdictWasReadable() throws Exception {
    // Given
    StepScored score = SampleEvents.stepScored();

    // When
    publish(TOPICS.scores(), score.step().chainId(), score);
    ConsumerRecord<String, StepScored> read = first(TOPICS.scores());

    // Then
    assertThat(read.value()).isEqualTo(score);
    assertThat(read.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
    assertThat(read.timestamp()).isNotEqualTo(score.scoredAt().toEpochMilli());
  }

  @Test
  void shouldBeReadByConfluentsPythonClient() throws Exception {
    // Given
    assumeTrue(hasForeignClient(), "Confluent's Python client is missing: " + FOREIGN_CLIENT);
    StepFlagged flag = SampleEvents.stepFlagged();
    Topic<StepFlagged> topic = TOPICS.lowImportanceAlerts();
    publish(topic, flag.step().chainId(), flag);

    // When
    JsonNode read =
        JSON.readTree(
            run(
                python(),
                FOREIGN_CLIENT.toString(),
                kafka.bootstrapServers(),
                registry.url(),
                topic.name()));

    // Then
    assertThat(JSON.convertValue(read, FIELDS)).isEqualTo(fields(flag));
  }

  private static Map<String, Object> fields(StepFlagged flag) {
    return Map.of(
        "chainId", flag.step().chainId(),
        "stepIndex", flag.step().stepIndex(),
        "probeModel", flag.probe().model(),
        "probeName", flag.probe().name(),
        "probeVersion", flag.probe().version(),
        "verdict", flag.verdict().name(),
        "score", flag.score(),
        "threshold", flag.threshold(),
        "stepCompletedAt", micros(flag.stepCompletedAt()),
        "scoredAt", micros(flag.scoredAt()));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** 48 MB of weights. */
  private static ProbeRelease largeProbe() {
    CaptureShape shape = new CaptureShape(28, 3584 * 128, Pooling.MEAN);
    float[] weights = new float[shape.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1f / (i + 1);
    }
    return new ProbeRelease(
        new ProbeId("big", "importance", 1),
        "abc",
        ProbeInput.layerwise(shape),
        new LinearProbe(weights, 0.5f),
        Calibration.IDENTITY,
        new Thresholds(0.2, 0.8),
        Map.of(),
        Optional.empty(),
        new ProbeLifecycle(
            ProbeStatus.CHALLENGER, SampleEvents.NOW, Optional.empty(), Optional.empty()));
  }

  private static <V> void publish(Topic<V> topic, String key, V value) throws Exception {
    Map<String, Object> settings = settings();
    settings.put("max.request.size", topic.maxMessageBytes());
    settings.put("buffer.memory", 2L * topic.maxMessageBytes());
    var serde = new WireFormat(settings).serde(topic);
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  private static <V> ConsumerRecord<String, V> first(Topic<V> topic) {
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    var serde = new WireFormat(settings()).serde(topic);
    try (var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), serde.deserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      for (int attempt = 0; attempt < 60; attempt++) {
        for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofSeconds(1))) {
          return record;
        }
      }
    }
    throw new AssertionError("expected a record on " + topic.name() + ", got none");
  }

  private static Map<String, Object> settings() {
    return new HashMap<>(
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url()));
  }

  private static boolean hasForeignClient() throws Exception {
    if ("required".equals(System.getenv("LINCHPIN_FOREIGN_CLIENT"))) {
      return true;
    }
    try {
      run(python(), "-c", "import confluent_kafka.avro, requests");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Debian's, which has Debian's packages, before another that may be on the path. */
  private static String python() {
    Path debians = Path.of("/usr/bin/python3");
    return Files.isExecutable(debians) ? debians.toString() : "python3";
  }

  /** What the command prints. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }
}
