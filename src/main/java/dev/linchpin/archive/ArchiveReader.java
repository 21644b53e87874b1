package dev.linchpin.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linchpin.archive.ArchiveHeader.SourceTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads an archive from its beginning to its end, once, and holds it against what it says of
 * itself.
 */
final class ArchiveReader implements AutoCloseable {
  private final Path file;
  private final DataFileReader<GenericRecord> reader;
  private final ArchiveHeader header;
  private final Map<ArchivedTopic, Long> counts = new EnumMap<>(ArchivedTopic.class);
  private long records;

  /**
   * Opens a file.
   *
   * @throws ArchiveException if it is no archive, or of another version
   */
  ArchiveReader(Path file) {
    this.file = file;
    this.reader = open(file);
    try {
      this.header = header();
    } catch (ArchiveException e) {
      close();
      throw e;
    }
  }

  ArchiveHeader readHeader() {
    return header;
  }

  /**
   * Hands over every record.
   *
   * @throws ArchiveException if the file is damaged or cut short
   */
  void read(Consumer<ArchivedRecord> sink) {
    Optional<ArchivedRecord> last = Optional.empty();
    for (Optional<ArchivedRecord> next = next(); next.isPresent(); next = next()) {
      requireOrder(last, next.get());
      counts.merge(next.get().topic(), 1L, Long::sum);
      records++;
      sink.accept(next.get());
      last = next;
    }
    header.topics().forEach(this::requireCount);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw fault(file, e.toString(), e);
    }
  }

  private static DataFileReader<GenericRecord> open(Path file) {
    try {
      return new DataFileReader<>(
          file.toFile(), new GenericDatumReader<>(null, RecordCodec.SCHEMA));
    } catch (IOException | RuntimeException e) {
      throw fault(file, "expected an Avro file that can be read, got: " + e.getMessage(), e);
    }
  }

  private ArchiveHeader header() {
    String json = reader.getMetaString(ArchiveWriter.HEADER);
    if (json == null) {
      throw fault(file, "expected metadata " + ArchiveWriter.HEADER + ", got none", null);
    }
    try {
      return requireTopics(ArchiveHeader.parse(json));
    } catch (JsonProcessingException e) {
      throw fault(file, "metadata " + ArchiveWriter.HEADER + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw fault(file, e.getMessage(), e);
    }
  }

  private static ArchiveHeader requireTopics(ArchiveHeader header) {
    List<ArchivedTopic> topics =
        header.topics().stream().map(topic -> ArchivedTopic.of(topic.name())).toList();
    if (!topics.equals(List.of(ArchivedTopic.values()))) {
      throw new IllegalArgumentException("expected every topic in its order, got " + topics);
    }
    return header;
  }

  private Optional<ArchivedRecord> next() {
    try {
      return reader.hasNext() ? Optional.of(RecordCodec.read(reader.next())) : Optional.empty();
    } catch (RuntimeException e) {
      throw fault(
          file,
          "damaged after %d records, in the block at byte %d: %s"
              .formatted(records, reader.previousSync(), e.getMessage()),
          e);
    }
  }

  private void requireOrder(Optional<ArchivedRecord> last, ArchivedRecord next) {
    if (last.isPresent() && !isAfter(last.get(), next)) {
      throw fault(
          file,
          "expected records by topic, partition and offset, got %s %s after %s %s"
              .formatted(
                  next.topic().title(), next.at(), last.get().topic().title(), last.get().at()),
          null);
    }
  }

  private static boolean isAfter(ArchivedRecord last, ArchivedRecord next) {
    if (last.topic() != next.topic()) {
      return last.topic().compareTo(next.topic()) < 0;
    }
    return last.at().partition() == next.at().partition()
        ? last.at().offset() < next.at().offset()
        : last.at().partition() < next.at().partition();
  }

  private void requireCount(SourceTopic topic) {
    long got = counts.getOrDefault(ArchivedTopic.of(topic.name()), 0L);
    if (got != topic.records()) {
      throw fault(
          file,
          "expected %d records of %s, got %d: the file is cut short or was changed"
              .formatted(topic.records(), topic.name(), got),
          null);
    }
  }

  private static ArchiveException fault(Path file, String message, Exception cause) {
    return new ArchiveException("archive " + file + ": " + message, cause);
  }
}
