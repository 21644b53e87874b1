package dev.linchpin.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.RegistryClient.Answer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KafkaRegistryLogTest {

  private static final String STRING = "\"string\"";
  private static final String INT = "\"int\"";

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
  void shouldKeepIdsOverARestart() throws Exception {
    // Given
    int first;
    int second;
    try (EmbeddedRegistry registry = open("restart")) {
      first = register(registry, "a", STRING);
      second = register(registry, "b", INT);
    }

    try (EmbeddedRegistry again = open("restart")) {
      // When
      int known = register(again, "c", INT);
      int fresh = register(again, "c-2", "\"long\"");

      // Then
      assertThat(first).isEqualTo(1);
      assertThat(known).isEqualTo(second);
      assertThat(fresh).isEqualTo(second + 1);
      assertThat(new RegistryClient(again).get("/subjects").body().toString())
          .isEqualTo("[\"a\",\"b\",\"c\",\"c-2\"]");
    }
  }

  @Test
  void shouldShutOutTheRegistryThatWroteBefore() throws Exception {
    try (EmbeddedRegistry old = open("fence");
        EmbeddedRegistry current = open("fence")) {
      // Given
      int id = register(current, "a", STRING);

      // When
      Answer refused = new RegistryClient(old).postSchema("/subjects/a/versions", INT);

      // Then
      assertThat(refused.status()).isEqualTo(500);
      assertThat(refused.errorCode()).isEqualTo(50001);
      assertThat(new RegistryClient(current).get("/schemas/ids/" + (id + 1)).errorCode())
          .isEqualTo(40403);
    }
  }

  @Test
  void shouldKeepItsTopicCompacted() throws Exception {
    // Given
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "compacted");

    try (EmbeddedRegistry registry = open("compacted");
        Admin admin = Admin.create(client())) {
      // When
      register(registry, "a", STRING);
      var config = admin.describeConfigs(java.util.List.of(topic)).all().get().get(topic);

      // Then
      assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
    }
  }

  @Test
  void shouldNotStartWithoutABroker() {
    // Given
    Map<String, Object> nowhere =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:1",
            "default.api.timeout.ms",
            500,
            "request.timeout.ms",
            400);

    // When, Then
    assertThatThrownBy(() -> EmbeddedRegistry.start(nowhere, "t", 0))
        .isInstanceOf(KafkaException.class);
  }

  private static EmbeddedRegistry open(String topic) {
    return EmbeddedRegistry.start(client(), topic, 0);
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private static int register(EmbeddedRegistry registry, String subject, String schema)
      throws Exception {
    Answer answer =
        new RegistryClient(registry).postSchema("/subjects/" + subject + "/versions", schema);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("id").asInt();
  }
}
