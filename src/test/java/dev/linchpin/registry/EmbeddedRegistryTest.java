package dev.linchpin.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.registry.RegistryClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddedRegistryTest {

  private static final String V1 = record("a", "");
  private static final String V2 = record("a", ",{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
  private static final String WITHOUT_DEFAULT = record("a", ",{\"name\":\"b\",\"type\":\"int\"}");

  private final List<LogEntry> log = new ArrayList<>();
  private EmbeddedRegistry registry;
  private RegistryClient client;

  @BeforeEach
  void start() {
    registry = InMemoryRegistry.start(log, 0);
    client = new RegistryClient(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldGiveTheSameSchemaTheSameIdInEverySubject() throws Exception {
    // Given
    int first = register("one", V1);
    int other = register("one", V2);

    // When
    int again = register("two", V1);

    // Then
    assertThat(again).isEqualTo(first).isNotEqualTo(other);
  }

  @Test
  void shouldRegisterTheSameSchemaOnce() throws Exception {
    // Given
    int first = register("s", V1);

    // When
    int again = register("s", V1.replace(",", ", "));

    // Then
    assertThat(again).isEqualTo(first);
    assertThat(client.get("/subjects/s/versions").body().toString()).isEqualTo("[1]");
  }

  @Test
  void shouldFindASchemaByItsId() throws Exception {
    // Given
    int id = register("s", V1);

    // When
    Answer answer = client.get("/schemas/ids/" + id + "?fetchMaxId=false&subject=s");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("schema").asText()).isEqualTo(V1);
  }

  @Test
  void shouldSayWhereAnIdIsUsed() throws Exception {
    // Given
    int id = register("one", V1);
    register("two", V1);

    // When
    Answer subjects = client.get("/schemas/ids/" + id + "/subjects");
    Answer versions = client.get("/schemas/ids/" + id + "/versions");

    // Then
    assertThat(subjects.body().toString()).isEqualTo("[\"one\",\"two\"]");
    assertThat(versions.body()).hasSize(2);
    assertThat(versions.body().get(1).path("subject").asText()).isEqualTo("two");
  }

  @Test
  void shouldLookASchemaUp() throws Exception {
    // Given
    register("s", V1);
    int id = register("s", V2);

    // When
    Answer answer = client.postSchema("/subjects/s?normalize=false&deleted=true", V2);

    // Then
    assertThat(answer.body().path("id").asInt()).isEqualTo(id);
    assertThat(answer.body().path("version").asInt()).isEqualTo(2);
    assertThat(answer.body().path("subject").asText()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "latest,2", "-1,2"})
  void shouldGiveAVersion(String name, int version) throws Exception {
    // Given
    register("s", V1);
    register("s", V2);

    // When
    Answer answer = client.get("/subjects/s/versions/" + name);

    // Then
    assertThat(answer.body().path("version").asInt()).isEqualTo(version);
  }

  @Test
  void shouldAcceptSlashesInNamesAndAtTheEnd() throws Exception {
    // Given
    client.postSchema("/subjects/a%2Fb%20c+d/versions/", V1);

    // When
    Answer answer = client.get("/subjects/");

    // Then
    assertThat(answer.body().toString()).isEqualTo("[\"a/b c+d\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "/subjects/none/versions, 404, 40401",
    "/subjects/s/versions/9, 404, 40402",
    "/subjects/s/versions/0, 422, 42202",
    "/subjects/s/versions/x, 422, 42202",
    "/schemas/ids/999, 404, 40403",
    "/schemas/ids/999/subjects, 404, 40403",
    "/schemas/ids/x, 404, 404",
    "/config/s, 404, 40408",
    "/nowhere, 404, 404"
  })
  void shouldSayWhatIsNotThere(String path, int status, int code) throws Exception {
    // Given
    register("s", V1);

    // When
    Answer answer = client.get(path);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.errorCode()).isEqualTo(code);
  }

  @Test
  void shouldTellAMissingSubjectFromAMissingSchema() throws Exception {
    // Given
    register("s", V1);

    // When
    Answer noSubject = client.postSchema("/subjects/none", V1);
    Answer noSchema = client.postSchema("/subjects/s", V2);

    // Then
    assertThat(noSubject.errorCode()).isEqualTo(40401);
    assertThat(noSchema.errorCode()).isEqualTo(40403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\":\"{\"}|422|42201",
        "{\"schema\":\"\\\"string\\\"\",\"schemaType\":\"JSON\"}|422|42201",
        "{\"schema\":\"\\\"string\\\"\",\"references\":[{}]}|422|42201",
        "{}|422|42201",
        "[]|400|400",
        "{|400|400"
      })
  void shouldRefuseWhatIsNoSchema(String body, int status, int code) throws Exception {
    // When
    Answer answer = client.send("POST", "/subjects/s/versions", body);

    // Then
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.errorCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "BACKWARD, true, false",
    "BACKWARD_TRANSITIVE, true, false",
    "FORWARD, true, true",
    "FORWARD_TRANSITIVE, true, true",
    "FULL, true, false",
    "FULL_TRANSITIVE, true, false",
    "NONE, true, true"
  })
  void shouldCheckANewField(String level, boolean withDefault, boolean without) throws Exception {
    // Given
    client.putLevel("/config/s", level);
    register("s", V1);
    String check = "/compatibility/subjects/s/versions";

    // When
    Answer first = client.postSchema(check + "/latest", V2);
    Answer second = client.postSchema(check, WITHOUT_DEFAULT);

    // Then
    assertThat(first.body().path("is_compatible").asBoolean()).isEqualTo(withDefault);
    assertThat(second.body().path("is_compatible").asBoolean()).isEqualTo(without);
  }

  @Test
  void shouldRefuseToRegisterAnIncompatibleSchema() throws Exception {
    // Given
    register("s", V1);

    // When
    Answer answer = client.postSchema("/subjects/s/versions", WITHOUT_DEFAULT);

    // Then
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.errorCode()).isEqualTo(409);
    assertThat(answer.body().path("message").asText())
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
        .contains("version 1");
  }

  @Test
  void shouldKeepLevelsOfSubjectsApart() throws Exception {
    // Given
    client.putLevel("/config", "FULL");
    client.putLevel("/config/s", "NONE");

    // When
    Answer ofAll = client.get("/config");
    Answer own = client.get("/config/s");
    Answer inherited = client.get("/config/t?defaultToGlobal=true");
    Answer removed = client.delete("/config/s");

    // Then
    assertThat(ofAll.body().path("compatibilityLevel").asText()).isEqualTo("FULL");
    assertThat(own.body().path("compatibilityLevel").asText()).isEqualTo("NONE");
    assertThat(inherited.body().path("compatibilityLevel").asText()).isEqualTo("FULL");
    assertThat(removed.body().path("compatibilityLevel").asText()).isEqualTo("NONE");
    assertThat(client.get("/config/s").errorCode()).isEqualTo(40408);
  }

  @Test
  void shouldRefuseALevelThatDoesNotExist() throws Exception {
    // When
    Answer answer = client.putLevel("/config", "SIDEWAYS");

    // Then
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errorCode()).isEqualTo(42203);
  }

  @Test
  void shouldBeBackwardCompatibleUnlessToldOtherwise() throws Exception {
    // When
    Answer answer = client.get("/config");

    // Then
    assertThat(answer.body().path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
  }

  @Test
  void shouldHideADeletedVersionAndKeepItsId() throws Exception {
    // Given
    int id = register("s", V1);
    register("s", V2);

    // When
    Answer deleted = client.delete("/subjects/s/versions/1");

    // Then
    assertThat(deleted.body().toString()).isEqualTo("1");
    assertThat(client.get("/subjects/s/versions").body().toString()).isEqualTo("[2]");
    assertThat(client.get("/schemas/ids/" + id).status()).isEqualTo(200);
  }

  @Test
  void shouldNotUseTheVersionsOfADeletedSubjectAgain() throws Exception {
    // Given
    int id = register("s", V1);
    register("s", V2);
    Answer deleted = client.delete("/subjects/s");

    // When
    int again = register("s", V1);

    // Then
    assertThat(deleted.body().toString()).isEqualTo("[1,2]");
    assertThat(again).isEqualTo(id);
    assertThat(client.get("/subjects/s/versions").body().toString()).isEqualTo("[3]");
  }

  @Test
  void shouldGoOnAfterARestart() throws Exception {
    // Given
    int first = register("s", V1);
    client.putLevel("/config/s", "NONE");
    client.delete("/subjects/s");
    registry.close();

    // When
    start();

    // Then
    assertThat(client.get("/subjects").body()).isEmpty();
    assertThat(client.get("/config/s").body().path("compatibilityLevel").asText())
        .isEqualTo("NONE");
    assertThat(register("t", V2)).isEqualTo(first + 1);
    assertThat(register("t", V1)).isEqualTo(first);
  }

  private int register(String subject, String schema) throws Exception {
    Answer answer = client.postSchema("/subjects/" + subject + "/versions", schema);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("id").asInt();
  }

  private static String record(String field, String more) {
    return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\""
        + field
        + "\",\"type\":\"string\"}"
        + more
        + "]}";
  }
}
