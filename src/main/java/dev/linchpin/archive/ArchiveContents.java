package dev.linchpin.archive;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in a file that was read to its end and is what it says of itself.
 *
 * @param header what it says of itself
 * @param topics what there is of every topic, in the order of an archive
 */
public record ArchiveContents(ArchiveHeader header, List<TopicContents> topics) {

  /**
   * What there is of a topic.
   *
   * @param name in the catalogue, without prefix
   * @param partitions how many it had
   * @param records how many
   * @param oldestMs smallest timestamp, milliseconds since 1970; -1 without records
   * @param newestMs largest timestamp
   */
  public record TopicContents(
      String name, int partitions, long records, long oldestMs, long newestMs) {}

  /**
   * Reads a file.
   *
   * @throws ArchiveException if it is no archive, damaged or cut short
   */
  public static ArchiveContents of(Path file) {
    return Inspection.of(file).contents();
  }

  /** What there is of a topic. */
  TopicContents topic(ArchivedTopic topic) {
    return topics.stream()
        .filter(contents -> contents.name().equals(topic.title()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What an import has to know of a file before it begins.
   *
   * @param contents what is in it
   * @param keys the keys of its records; no bytes stand for none
   * @param claims objects of a claim store that are in it
   */
  record Inspection(ArchiveContents contents, Set<ByteBuffer> keys, long claims) {
    private static final ByteBuffer NO_KEY = ByteBuffer.allocate(0);

    static Inspection of(Path file) {
      Count count = new Count();
      try (ArchiveReader reader = new ArchiveReader(file)) {
        reader.read(count::take);
        return new Inspection(count.contents(reader.readHeader()), count.keys, count.claims);
      }
    }

    /** Whether records of a key may be in the file; null where a record has none. */
    boolean knows(byte[] key) {
      return keys.contains(wrapped(key));
    }

    private static ByteBuffer wrapped(byte[] key) {
      return key == null ? NO_KEY : ByteBuffer.wrap(key);
    }
  }

  private static final class Count {
    private final Map<ArchivedTopic, long[]> spans = new EnumMap<>(ArchivedTopic.class);
    private final Set<ByteBuffer> keys = new HashSet<>();
    private long claims;

    void take(ArchivedRecord record) {
      long time = record.timestamp();
      long[] span = spans.computeIfAbsent(record.topic(), t -> new long[] {time, time});
      span[0] = Math.min(span[0], time);
      span[1] = Math.max(span[1], time);
      keys.add(Inspection.wrapped(record.key()));
      if (record.claimed().isPresent()) {
        claims++;
      }
    }

    ArchiveContents contents(ArchiveHeader header) {
      return new ArchiveContents(
          header,
          Arrays.stream(ArchivedTopic.values())
              .map(topic -> contents(header.topic(topic), span(topic)))
              .toList());
    }

    private long[] span(ArchivedTopic topic) {
      return spans.getOrDefault(topic, new long[] {-1, -1});
    }

    private static TopicContents contents(ArchiveHeader.SourceTopic topic, long[] span) {
      return new TopicContents(topic.name(), topic.partitions(), topic.records(), span[0], span[1]);
    }
  }
}
