package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveContents.Inspection;
import dev.linchpin.archive.ArchiveContents.TopicContents;
import dev.linchpin.archive.ImportPass.Addressing;
import dev.linchpin.archive.ImportPass.Target;
import dev.linchpin.archive.ImportReport.TopicImport;
import dev.linchpin.archive.Rewriter.Link;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.claim.ClaimDesk;
import dev.linchpin.wire.claim.ObjectStore;
import dev.linchpin.wire.confluent.RegistrySchemas;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an archive into a cluster. The file is read twice: first to its end, so that nothing is
 * written of a damaged one, then to write. Of each topic the target's records are read before, and
 * a record that is there already, with the same key, value, headers and time, is not written again.
 * So an import can be repeated, and one that was stopped goes on.
 */
public final class ChainImport {
  private final Cluster cluster;
  private final Options options;
  private final Clock clock;

  /**
   * What is taken.
   *
   * @param allowExpired whether records may be written that the target's retention covers no more
   * @param labelsWithoutActivations whether labels are written whose activations are not in the
   *     archive, so that their address means nothing in the target
   */
  public record Options(boolean allowExpired, boolean labelsWithoutActivations) {}

  /** An import into a cluster; its settings may name a claim store. */
  public ChainImport(Cluster cluster, Options options, Clock clock) {
    this.cluster = cluster;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Writes what is in the file and not in the cluster.
   *
   * @throws ArchiveException before anything is written, if the file is no archive or damaged, if
   *     topics are missing, if records are too old for the target's retention, or if the archive
   *     has objects of a claim store and none is named
   */
  public ImportReport read(Path file) {
    Inspection archive = Inspection.of(file);
    Map<ArchivedTopic, LiveTopic> live = LiveTopic.all(cluster);
    requireRetention(archive.contents(), live);
    Optional<ClaimDesk> claims = claimDesk(archive.claims());
    SchemaTranslation schemas = register(archive.contents().header());
    AddressMap activations = new AddressMap();
    Addressing addressing =
        new Addressing(new Rewriter(cluster, schemas, activations), activations);
    try (ArchiveReader reader = new ArchiveReader(file);
        ImportSender sender = new ImportSender(cluster.client(), live.values())) {
      ImportPass pass =
          new ImportPass(
              new Target(cluster, live, archive),
              sender,
              addressing,
              claims,
              options.labelsWithoutActivations());
      reader.read(pass::take);
      sender.drain();
      return report(archive.contents(), live, schemas, pass);
    }
  }

  private void requireRetention(ArchiveContents contents, Map<ArchivedTopic, LiveTopic> live) {
    List<String> expired =
        Arrays.stream(ArchivedTopic.values())
            .filter(topic -> isExpired(contents.topic(topic), live.get(topic)))
            .map(topic -> describe(contents.topic(topic), live.get(topic)))
            .toList();
    if (!expired.isEmpty() && !options.allowExpired()) {
      throw new ArchiveException(
          "the target would delete what is older than its retention: "
              + String.join(", ", expired)
              + "; raise retention.ms of these topics, or allow expired records");
    }
  }

  private boolean isExpired(TopicContents topic, LiveTopic live) {
    return !live.timed()
        && topic.oldestMs() >= 0
        && live.retention()
            .map(
                time ->
                    Instant.ofEpochMilli(topic.oldestMs()).isBefore(clock.instant().minus(time)))
            .orElse(false);
  }

  private static String describe(TopicContents topic, LiveTopic live) {
    return "%s keeps %d hours, got records from %s on"
        .formatted(
            live.name(),
            live.retention().orElseThrow().toHours(),
            Instant.ofEpochMilli(topic.oldestMs()));
  }

  private Optional<ClaimDesk> claimDesk(long objects) {
    Object store = cluster.client().get(WireFormat.CLAIM_STORE);
    if (objects > 0 && store == null) {
      throw new ArchiveException(
          "the archive has %d objects of a claim store: expected a store for them (%s), got none"
              .formatted(objects, WireFormat.CLAIM_STORE));
    }
    return Optional.ofNullable(store).map(at -> new ClaimDesk(ObjectStore.at(at.toString())));
  }

  private SchemaTranslation register(ArchiveHeader header) {
    return SchemaTranslation.register(
        header.schemas(), new RegistrySchemas(cluster.client()), cluster.topics());
  }

  private static ImportReport report(
      ArchiveContents contents,
      Map<ArchivedTopic, LiveTopic> live,
      SchemaTranslation schemas,
      ImportPass pass) {
    ImportCount scores = pass.count(ArchivedTopic.SCORES);
    ImportCount labels = pass.count(ArchivedTopic.LABELS);
    return new ImportReport(
        Arrays.stream(ArchivedTopic.values())
            .map(topic -> report(contents.topic(topic), live.get(topic), pass.count(topic)))
            .toList(),
        contents.header().schemas().size(),
        schemas.renumbered(),
        pass.claimsStored(),
        contents.header().losses().claimsOutside(),
        scores.of(Link.MISSING),
        labels.of(Link.MISSING),
        scores.of(Link.UNREADABLE) + labels.of(Link.UNREADABLE));
  }

  private static TopicImport report(TopicContents topic, LiveTopic live, ImportCount count) {
    return new TopicImport(
        topic.name(),
        topic.partitions(),
        live.partitions(),
        live.timed(),
        count.records(),
        count.of(Outcome.PRESENT),
        count.of(Outcome.IDENTICAL),
        count.of(Outcome.RENUMBERED),
        count.of(Outcome.READDRESSED),
        count.of(Outcome.LEFT_OUT));
  }
}
