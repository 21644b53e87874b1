package dev.linchpin.wire.confluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.wire.avro.StepFlagged;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaRegistryClientTest {

  private static final Schema SCHEMA = StepFlagged.getClassSchema();
  private static final String NOWHERE = "http://127.0.0.1:1";

  private ScriptedRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = new ScriptedRegistry();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldAskForAnIdOnce() {
    // Given
    registry.answer(200, "{\"id\":7}");
    SchemaRegistryClient client = client(Map.of());

    // When
    int first = client.id("a/b c", SCHEMA);
    int again = client.id("a/b c", SCHEMA);

    // Then
    assertThat(List.of(first, again)).containsOnly(7);
    assertThat(registry.requests()).hasSize(1);
    assertThat(registry.requests().get(0)).startsWith("POST /subjects/a%2Fb%20c/versions null ");
  }

  @Test
  void shouldSendTheSchemaOfTheFile() throws IOException {
    // Given
    Schema file = new Schema.Parser().parse(Files.readString(Path.of("schemas/StepFlagged.avsc")));

    // When
    Schema portable = PortableSchema.of(SCHEMA);

    // Then
    assertThat(portable.toString()).isEqualTo(file.toString());
  }

  @Test
  void shouldOnlyLookUpWhenItMayNotRegister() {
    // Given
    registry.answer(200, "{\"subject\":\"s\",\"version\":2,\"id\":9,\"schema\":\"{}\"}");

    // When
    int id = client(Map.of("auto.register.schemas", "false")).id("s", SCHEMA);

    // Then
    assertThat(id).isEqualTo(9);
    assertThat(registry.requests().get(0)).startsWith("POST /subjects/s null ");
  }

  @Test
  void shouldAskForASchemaOnce() {
    // Given
    registry.answer(200, "{\"schema\":\"\\\"string\\\"\"}");
    SchemaRegistryClient client = client(Map.of());

    // When
    Schema schema = client.schema(3);
    client.schema(3);

    // Then
    assertThat(schema.getType()).isEqualTo(Schema.Type.STRING);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void shouldTellAnIdThatTheRegistryDoesNotKnow() {
    // Given
    registry.answer(404, "{\"error_code\":40403,\"message\":\"Schema 3 not found\"}");

    // When, Then
    assertThatThrownBy(() -> client(Map.of()).schema(3))
        .isInstanceOfSatisfying(
            UndecodableRecordException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
  }

  @Test
  void shouldNotTakeAnotherServersNotFoundForAnUnknownId() {
    // Given
    registry.answer(404, "<html>no such page</html>");

    // When, Then
    assertThatThrownBy(() -> client(Map.of()).schema(3))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining(registry.url() + "/schemas/ids/3");
  }

  @Test
  void shouldSayWhyASchemaWasRefused() {
    // Given
    registry.answer(409, "{\"error_code\":409,\"message\":\"incompatible: field x\"}");

    // When, Then
    assertThatThrownBy(() -> client(Map.of()).id("s", SCHEMA))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class, e -> assertThat(e.errorCode()).isEqualTo(409))
        .hasMessageContaining("incompatible: field x");
    assertThat(registry.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"500", "503", "429"})
  void shouldAskAgainAfterAFaultOfTheServer(int status) {
    // Given
    registry.answer(status, "busy").answer(200, "{\"id\":7}");

    // When
    int id = client(Map.of()).id("s", SCHEMA);

    // Then
    assertThat(id).isEqualTo(7);
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void shouldAskTheNextAddressAndThenStayThere() throws IOException {
    // Given
    try (ScriptedRegistry broken = new ScriptedRegistry().answer(500, "")) {
      registry.answer(200, "{\"id\":7}");
      String urls = NOWHERE + "," + broken.url() + ", " + registry.url() + "/";
      SchemaRegistryClient client = client(Map.of("schema.registry.url", urls));

      // When
      client.id("one", SCHEMA);
      client.id("two", SCHEMA);

      // Then
      assertThat(registry.requests()).hasSize(2);
      assertThat(broken.requests()).hasSize(1);
    }
  }

  @Test
  void shouldGiveUpWithOneErrorAfterGrowingWaits() {
    // Given
    List<Long> waits = new ArrayList<>();
    RetryPolicy retries =
        new RetryPolicy(4, Duration.ofMillis(100), Duration.ofMillis(350), waits::add);
    RegistryConfig config = new RegistryConfig(Map.of("schema.registry.url", NOWHERE));
    RegistryHttp http =
        new RegistryHttp(RegistryAddress.of(config), Duration.ofSeconds(5), retries);

    // When, Then
    assertThatThrownBy(() -> new SchemaRegistryClient(http, true).schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(NOWHERE)
        .hasMessageContaining("5 rounds");
    assertThat(waits).containsExactly(100L, 200L, 350L, 350L);
  }

  @Test
  void shouldLogInWithTheUserInTheSettings() {
    // Given
    registry.answer(200, "{\"id\":7}");

    // When
    client(
            Map.of(
                "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "user:pass"))
        .id("s", SCHEMA);

    // Then
    assertThat(registry.requests().get(0)).contains(" Basic dXNlcjpwYXNz ");
  }

  @Test
  void shouldLogInWithTheUserInTheAddress() {
    // Given
    registry.answer(200, "{\"id\":7}");
    String url = registry.url().replace("//", "//user:pass@");

    // When
    client(Map.of("schema.registry.url", url)).id("s", SCHEMA);

    // Then
    assertThat(registry.requests().get(0)).contains(" Basic dXNlcjpwYXNz ");
  }

  @Test
  void shouldLogInWithAToken() {
    // Given
    registry.answer(200, "{\"id\":7}");

    // When
    client(Map.of("bearer.auth.token", "t0ken")).id("s", SCHEMA);

    // Then
    assertThat(registry.requests().get(0)).contains(" Bearer t0ken ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema.registry.url | localhost:8081 | expected addresses such as http://host:8081",
        "schema.registry.url | ftp://user:secret@host | expected addresses such as",
        "basic.auth.credentials.source | USER_INFO | expected user:password",
        "basic.auth.credentials.source | SASL_INHERIT | SASL_INHERIT",
        "max.retries | -1 | max.retries",
        "auto.register.schemas | perhaps | auto.register.schemas"
      })
  void shouldRefuseWrongSettings(String name, String value, String message) {
    // When, Then
    assertThatThrownBy(() -> client(Map.of(name, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "TopicNameStrategy, t-value",
    "RecordNameStrategy, dev.linchpin.wire.avro.StepFlagged",
    "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy,"
        + " t-dev.linchpin.wire.avro.StepFlagged"
  })
  void shouldNameSubjectsAsConfluentDoes(String strategy, String subject) {
    // When
    String name = SubjectNameStrategy.of(strategy).subject("t", SCHEMA);

    // Then
    assertThat(name).isEqualTo(subject);
  }

  @Test
  void shouldRefuseAnotherNamingStrategy() {
    // When, Then
    assertThatThrownBy(() -> SubjectNameStrategy.of("my.Strategy"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("my.Strategy");
  }

  private SchemaRegistryClient client(Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("schema.registry.url", registry.url());
    all.put("retries.wait.ms", 1);
    all.putAll(settings);
    return new SchemaRegistryClient(new RegistryConfig(all));
  }
}
