package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveHeader.SourceTopic;
import dev.linchpin.log.RawLog;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.confluent.RegistrySchemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes chains of a cluster to a file: what was committed when it began, read once, a record at a
 * time; {@code chains} is read once more before, where chains are selected by their starts. What
 * comes meanwhile is not in the file.
 */
public final class ChainExport {
  private final Cluster cluster;
  private final Options options;
  private final Clock clock;

  /**
   * What is exported.
   *
   * @param selection which chains
   * @param allowClaims whether objects of a claim store may stay outside where no store is named
   * @param replace whether a file that is there is replaced
   */
  public record Options(Selection selection, boolean allowClaims, boolean replace) {}

  /** An export from a cluster; its settings may name a claim store. */
  public ChainExport(Cluster cluster, Options options, Clock clock) {
    this.cluster = cluster;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Writes the file and says what is in it.
   *
   * @throws ArchiveException if the file is there, or records claim objects and no store is named
   */
  public ArchiveHeader write(Path file) {
    requirePlace(file);
    EventReader events = new EventReader(cluster);
    SchemaLedger schemas = new SchemaLedger(new RegistrySchemas(cluster.client()));
    try (OpenTopics topics = new OpenTopics(cluster);
        ArchiveWriter writer = new ArchiveWriter(file)) {
      ChosenChains chosen =
          ChosenChains.of(options.selection(), topics.get(ArchivedTopic.CHAINS), events);
      ExportPass pass = new ExportPass(writer, events, schemas, options.allowClaims());
      List<SourceTopic> written = writeAll(topics, chosen, pass);
      ArchiveHeader header = header(written, schemas, pass, chosen);
      writer.finish(header);
      return header;
    }
  }

  private void requirePlace(Path file) {
    if (Files.isDirectory(file) || (Files.exists(file) && !options.replace())) {
      throw new ArchiveException("expected a new file, got one that is there: " + file);
    }
    if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new ArchiveException("expected a file in a folder that is there, got " + file);
    }
  }

  private static List<SourceTopic> writeAll(
      OpenTopics topics, ChosenChains chosen, ExportPass pass) {
    List<SourceTopic> written = new ArrayList<>();
    for (ArchivedTopic topic : ArchivedTopic.values()) {
      long[] records = {0};
      topics
          .get(topic)
          .read(
              record -> {
                if (chosen.takes(record.key())) {
                  pass.take(topic, record);
                  records[0]++;
                }
              });
      written.add(new SourceTopic(topic.title(), topics.get(topic).partitions(), records[0]));
    }
    return written;
  }

  private ArchiveHeader header(
      List<SourceTopic> topics, SchemaLedger schemas, ExportPass pass, ChosenChains chosen) {
    Set<String> askedFor =
        options.selection() instanceof Selection.ByIds some ? some.chains() : Set.of();
    return new ArchiveHeader(
        ArchiveHeader.VERSION,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        options.selection().describe(),
        topics,
        schemas.schemas(),
        pass.completeness(askedFor, chosen.unplaced()),
        pass.losses());
  }

  /** All topics, each up to where it ended when this was made. */
  private static final class OpenTopics implements AutoCloseable {
    private final Map<ArchivedTopic, RawLog> topics = new EnumMap<>(ArchivedTopic.class);

    OpenTopics(Cluster cluster) {
      try {
        for (ArchivedTopic topic : ArchivedTopic.values()) {
          topics.put(
              topic, new RawLog(cluster, topic.in(cluster.topics()), EventReader.impatience()));
        }
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }

    RawLog get(ArchivedTopic topic) {
      return topics.get(topic);
    }

    @Override
    public void close() {
      topics.values().forEach(RawLog::close);
    }
  }
}
