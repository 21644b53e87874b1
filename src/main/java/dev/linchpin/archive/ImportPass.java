package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveContents.Inspection;
import dev.linchpin.archive.Rewriter.Link;
import dev.linchpin.archive.Rewriter.Rewritten;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.claim.ClaimDesk;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes the records of an archive in its order and writes those that the target lacks. */
final class ImportPass {
  private final Cluster cluster;
  private final Inspection archive;
  private final Map<ArchivedTopic, LiveTopic> live;
  private final ImportSender sender;
  private final Rewriter rewriter;
  private final AddressMap activations;
  private final Optional<ClaimDesk> claims;
  private final boolean takesLostLabels;
  private final Map<ArchivedTopic, ImportCount> counts = new EnumMap<>(ArchivedTopic.class);
  private PresentRecords present = new PresentRecords();
  private long claimsStored;

  /**
   * A pass into a target.
   *
   * @param target where to, with its topics as they are there
   * @param sender writes; belongs to the caller
   * @param addressing what rewrites values, and the map that it and this share
   * @param claims where objects of a claim store go; there if the archive has some
   * @param takesLostLabels whether labels are written whose activations are not in the archive
   */
  ImportPass(
      Target target,
      ImportSender sender,
      Addressing addressing,
      Optional<ClaimDesk> claims,
      boolean takesLostLabels) {
    this.cluster = target.cluster();
    this.archive = target.archive();
    this.live = target.live();
    this.sender = sender;
    this.rewriter = addressing.rewriter();
    this.activations = addressing.activations();
    this.claims = claims;
    this.takesLostLabels = takesLostLabels;
  }

  /** Where an archive goes. */
  record Target(Cluster cluster, Map<ArchivedTopic, LiveTopic> live, Inspection archive) {}

  /** What rewrites values, and where activations lie, which it learns from the pass. */
  record Addressing(Rewriter rewriter, AddressMap activations) {}

  void take(ArchivedRecord record) {
    ImportCount count = counts.computeIfAbsent(record.topic(), this::begin);
    record.claimed().ifPresent(this::store);
    if (record.topic() == ArchivedTopic.ACTIVATIONS) {
      activations.add(record.at());
    }
    Rewritten rewritten = rewriter.rewrite(record.topic(), record.value());
    count.add(settle(record, rewritten), rewritten.link());
  }

  /** What became of a topic's records. */
  ImportCount count(ArchivedTopic topic) {
    return counts.getOrDefault(topic, new ImportCount());
  }

  long claimsStored() {
    return claimsStored;
  }

  /** All of the topics before are there now, so that their addresses are known. */
  private ImportCount begin(ArchivedTopic topic) {
    sender.drain();
    present = PresentRecords.read(cluster, topic, live.get(topic).timed(), archive);
    return new ImportCount();
  }

  private Outcome settle(ArchivedRecord record, Rewritten rewritten) {
    Optional<LogAddress> there = present.take(fingerprint(record, rewritten));
    if (there.isPresent()) {
      learn(record, there.get());
      return Outcome.PRESENT;
    }
    if (record.topic() == ArchivedTopic.LABELS
        && rewritten.link() == Link.MISSING
        && !takesLostLabels) {
      return Outcome.LEFT_OUT;
    }
    sender.send(outgoing(record, rewritten.value()), at -> learn(record, at));
    return rewritten.form();
  }

  private void learn(ArchivedRecord record, LogAddress at) {
    if (record.topic() == ArchivedTopic.ACTIVATIONS) {
      activations.settle(record.at(), at);
    }
  }

  private Fingerprint fingerprint(ArchivedRecord record, Rewritten rewritten) {
    return Fingerprint.of(
        live.get(record.topic()).timed() ? 0 : record.timestamp(),
        record.key(),
        rewritten.value(),
        record.headers());
  }

  private ProducerRecord<byte[], byte[]> outgoing(ArchivedRecord record, byte[] value) {
    return new ProducerRecord<>(
        live.get(record.topic()).name(),
        partition(record),
        record.timestamp() < 0 ? null : record.timestamp(),
        record.key(),
        value,
        record.headers());
  }

  /** Its own where the target has as many partitions; else null, that is, by its key. */
  private Integer partition(ArchivedRecord record) {
    int source = archive.contents().topic(record.topic()).partitions();
    int target = live.get(record.topic()).partitions();
    if (source == target) {
      return record.at().partition();
    }
    return record.key() == null ? record.at().partition() % target : null;
  }

  private void store(ClaimedObject object) {
    claims.orElseThrow().deposit(object.step(), object.content());
    claimsStored++;
  }
}
