package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@code schemas/README.md}. */
final class SchemaHistoryTest {

  private static final Path SCHEMAS = Path.of("schemas");
  private static final Path HISTORY = SCHEMAS.resolve("history");

  static List<String> records() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".avsc"))
          .map(name -> name.replace(".avsc", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldReadEveryReleasedVersion(String name) throws IOException {
    // Given
    Schema current = parse(SCHEMAS.resolve(name + ".avsc"));

    for (Path version : history(name)) {
      // When
      var result =
          SchemaCompatibility.checkReaderWriterCompatibility(current, parse(version)).getResult();

      // Then
      assertThat(result.getIncompatibilities()).as("%s", version).isEmpty();
      assertThat(result.getCompatibility()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldHaveTheCurrentSchemaAsNewestVersionOfItsHistory(String name) throws IOException {
    // Given
    List<Path> history = history(name);

    // When
    Schema newest = parse(history.get(history.size() - 1));

    // Then
    assertThat(newest.toString())
        .as("a changed schema needs a new file in %s", HISTORY.resolve(name))
        .isEqualTo(parse(SCHEMAS.resolve(name + ".avsc")).toString());
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldDocumentEveryField(String name) throws IOException {
    // Given
    Schema schema = parse(SCHEMAS.resolve(name + ".avsc"));

    // When
    List<String> silent = undocumented(schema);

    // Then
    assertThat(schema.getDoc()).isNotBlank();
    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("records")
  void shouldHaveBytesOnlyAsLastField(String name) throws IOException {
    // Given
    List<Schema.Field> fields = parse(SCHEMAS.resolve(name + ".avsc")).getFields();

    // When
    List<Schema.Field> butLast = fields.subList(0, fields.size() - 1);

    // Then
    assertThat(butLast).noneMatch(field -> field.schema().getType() == Schema.Type.BYTES);
  }

  @Test
  void shouldHaveAHistoryForCurrentRecordsOnly() throws IOException {
    // Given
    List<String> records = records();

    // When
    List<String> histories;
    try (Stream<Path> folders = Files.list(HISTORY)) {
      histories = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }

    // Then
    assertThat(histories).isEqualTo(records);
  }

  @Test
  void shouldHaveASchemaForEveryRecordOfTheCatalogue() throws IOException {
    // Given
    List<String> records = records();

    // When
    List<String> inCatalogue =
        Stream.concat(
                Topics.DEFAULT.all().stream(),
                new ReplayTopics(Topics.DEFAULT, "run", 1).own().stream())
            .map(Topic::value)
            .filter(AvroType.class::isInstance)
            .flatMap(value -> value.records().stream())
            .distinct()
            .sorted()
            .toList();

    // Then
    assertThat(inCatalogue).isEqualTo(records);
  }

  /** The released versions, oldest first, numbered without a gap. */
  private static List<Path> history(String name) throws IOException {
    Path folder = HISTORY.resolve(name);
    int count;
    try (Stream<Path> files = Files.list(folder)) {
      count = (int) files.count();
    }
    List<Path> versions =
        IntStream.rangeClosed(1, count).mapToObj(n -> folder.resolve("v" + n + ".avsc")).toList();
    assertThat(versions).isNotEmpty().allMatch(Files::isRegularFile);
    return versions;
  }

  private static List<String> undocumented(Schema schema) {
    return schema.getFields().stream()
        .filter(field -> field.doc() == null || field.doc().isBlank())
        .map(Schema.Field::name)
        .toList();
  }

  private static Schema parse(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }
}
