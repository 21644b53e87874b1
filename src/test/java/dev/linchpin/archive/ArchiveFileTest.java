package dev.linchpin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.archive.ArchiveHeader.SourceSchema;
import dev.linchpin.archive.ArchiveHeader.SourceTopic;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveFileTest {
  private static final byte[] KEY = "chain-ä".getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void shouldGiveBackWhatWasWritten() {
    // Given
    List<Header> headers =
        List.of(
            new RecordHeader("a", new byte[] {1}),
            new RecordHeader("a", (byte[]) null),
            new RecordHeader("", new byte[0]));
    List<ArchivedRecord> records =
        List.of(
            record(ArchivedTopic.ACTIVATIONS, 0, 7, KEY, new byte[] {0, -1, 127}, List.of()),
            record(ArchivedTopic.STEPS, 0, 3, null, new byte[0], headers),
            record(ArchivedTopic.STEPS, 1, 0, new byte[0], null, List.of()));

    // When
    List<ArchivedRecord> read = read(write(records));

    // Then
    assertThat(read).usingRecursiveFieldByFieldElementComparator().isEqualTo(records);
  }

  @Test
  void shouldKeepAClaimedObject() {
    // Given
    ByteBuffer content = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3);
    ArchivedRecord record =
        new ArchivedRecord(
            ArchivedTopic.ACTIVATIONS,
            new LogAddress(2, 1L << 40),
            -1,
            TimestampType.NO_TIMESTAMP_TYPE,
            KEY,
            KEY,
            List.of(),
            Optional.of(new ClaimedObject(new StepRef("chain-ä", 4), content)));

    // When
    ArchivedRecord read = read(write(List.of(record))).get(0);

    // Then
    assertThat(read.at()).isEqualTo(record.at());
    assertThat(read.timestampType()).isEqualTo(TimestampType.NO_TIMESTAMP_TYPE);
    ClaimedObject claimed = read.claimed().orElseThrow();
    assertThat(claimed.step()).isEqualTo(new StepRef("chain-ä", 4));
    assertThat(claimed.content()).isEqualTo(content);
  }

  @Test
  void shouldGiveBackItsHeader() {
    // Given
    ArchiveHeader header = header(List.of());

    // When
    ArchiveContents contents = ArchiveContents.of(write(List.of()));

    // Then
    assertThat(contents.header()).isEqualTo(header);
    assertThat(contents.topics())
        .extracting(ArchiveContents.TopicContents::name)
        .isEqualTo(
            Arrays.stream(ArchivedTopic.values())
                .map(topic -> topic.in(Topics.DEFAULT).name())
                .toList());
  }

  @Test
  void shouldSayWhatThereIsOfEveryTopic() {
    // Given
    Path file = write(steps(5));

    // When
    ArchiveContents contents = ArchiveContents.of(file);

    // Then
    assertThat(contents.topic(ArchivedTopic.STEPS))
        .isEqualTo(new ArchiveContents.TopicContents("steps", 3, 5, 1000, 1004));
    assertThat(contents.topics().get(0))
        .isEqualTo(new ArchiveContents.TopicContents("activations", 3, 0, -1, -1));
  }

  @Test
  void shouldLeaveNothingBehindButTheFile() throws IOException {
    // When
    Path file = write(steps(3));

    // Then
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void shouldLeaveNoFileOfAnExportThatFails() throws IOException {
    // When
    try (ArchiveWriter writer = new ArchiveWriter(folder.resolve("a.avro"))) {
      steps(3).forEach(writer::write);
    }

    // Then
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void shouldRefuseAFileThatIsCutShort() throws IOException {
    // Given
    Path file = write(largeSteps(40));
    byte[] whole = Files.readAllBytes(file);
    int header = whole.length / 8;

    for (int length = header; length < whole.length; length += whole.length / 16) {
      // When
      Files.write(file, Arrays.copyOf(whole, length));

      // Then
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void shouldSayHowManyRecordsACutFileLacks() throws IOException {
    // Given
    Path file = write(largeSteps(40));
    byte[] whole = Files.readAllBytes(file);

    // When
    Files.write(file, Arrays.copyOf(whole, whole.length - 100));

    // Then
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("expected 40 records of steps, got ")
        .hasMessageContaining("cut short");
  }

  @Test
  void shouldSayWhereAFileIsDamaged() throws IOException {
    // Given
    Path file = write(largeSteps(40));
    byte[] damaged = Files.readAllBytes(file);

    // When
    damaged[damaged.length - 2000] ^= 1;
    Files.write(file, damaged);

    // Then
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("damaged after ")
        .hasMessageContaining("in the block at byte ");
  }

  @Test
  void shouldRefuseWhatIsNoArchive() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no archive at all");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path otherAvro = folder.resolve("other");
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(RecordCodec.SCHEMA))) {
      writer.create(RecordCodec.SCHEMA, otherAvro.toFile());
    }

    assertFault(text, "expected an Avro file that can be read");
    assertFault(empty, "expected an Avro file that can be read");
    assertFault(folder.resolve("none"), "expected an Avro file that can be read");
    assertFault(otherAvro, "expected metadata linchpin.archive, got none");
  }

  @Test
  void shouldRefuseAnotherVersionAndABadHeader() throws IOException {
    assertFault(withHeader("{\"version\":2}"), "expected version 1 of the archive format, got 2");
    assertFault(withHeader("{\"version\":1}"), "metadata linchpin.archive: ");
    assertFault(withHeader("{"), "metadata linchpin.archive: ");
    String fewTopics =
        header(List.of()).toJson().replaceFirst("\\{\"name\":\"activations.*?},", "");
    assertFault(withHeader(fewTopics), "expected every topic in its order");
  }

  @Test
  void shouldRefuseRecordsThatAreNotInOrder() {
    List<ArchivedRecord> steps = new ArrayList<>(steps(3));
    steps.add(steps.get(1));

    assertFault(write(steps), "expected records by topic, partition and offset, got steps");
  }

  private static List<ArchivedRecord> steps(int count) {
    List<ArchivedRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record(ArchivedTopic.STEPS, 1, i, KEY, new byte[] {1}, List.of()));
    }
    return records;
  }

  /** Of a size and content that make several blocks. */
  private static List<ArchivedRecord> largeSteps(int count) {
    Random random = new Random(5);
    List<ArchivedRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] value = new byte[100_000];
      random.nextBytes(value);
      records.add(record(ArchivedTopic.STEPS, 1, i, KEY, value, List.of()));
    }
    return records;
  }

  private static ArchivedRecord record(
      ArchivedTopic topic,
      int partition,
      long offset,
      byte[] key,
      byte[] value,
      List<Header> headers) {
    return new ArchivedRecord(
        topic,
        new LogAddress(partition, offset),
        1000 + offset,
        TimestampType.CREATE_TIME,
        key,
        value,
        headers,
        Optional.empty());
  }

  private Path write(List<ArchivedRecord> records) {
    Path file = folder.resolve("a.avro");
    try (ArchiveWriter writer = new ArchiveWriter(file)) {
      records.forEach(writer::write);
      writer.finish(header(records));
    }
    return file;
  }

  private static List<ArchivedRecord> read(Path file) {
    List<ArchivedRecord> records = new ArrayList<>();
    try (ArchiveReader reader = new ArchiveReader(file)) {
      reader.read(records::add);
    }
    return records;
  }

  private Path withHeader(String json) throws IOException {
    Path file = folder.resolve("other.avro");
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(RecordCodec.SCHEMA))) {
      writer.setMeta(ArchiveWriter.HEADER, json);
      writer.create(RecordCodec.SCHEMA, file.toFile());
    }
    return file;
  }

  private static ArchiveHeader header(List<ArchivedRecord> records) {
    return new ArchiveHeader(
        ArchiveHeader.VERSION,
        "2026-11-22T10:15:30Z",
        Map.of("model", "tiny"),
        Arrays.stream(ArchivedTopic.values())
            .map(topic -> new SourceTopic(topic.title(), 3, count(topic, records)))
            .toList(),
        List.of(new SourceSchema("steps", 4, "steps-x", "\"bytes\"")),
        Completeness.of(
            List.of(new ChainPieces("chain-ä", true, true, 3, 3, 2, 0, 0)), List.of("gone"), 2),
        new Losses(1, 2, 3, 4, 5, 6));
  }

  private static long count(ArchivedTopic topic, List<ArchivedRecord> records) {
    return records.stream().filter(record -> record.topic() == topic).count();
  }

  private static void assertFault(Path file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("archive " + file + ": ")
        .hasMessageContaining(message);
  }
}
