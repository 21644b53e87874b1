package dev.linchpin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes records as they come, in the order of an archive, and counts what they are. */
final class ExportPass {
  private final ArchiveWriter writer;
  private final EventReader events;
  private final SchemaLedger schemas;
  private final boolean allowClaims;
  private final AddressMap activations = new AddressMap();
  private final Map<String, ChainTally> chains = new TreeMap<>();
  private long undecodable;
  private long withoutSchema;
  private long claimsIncluded;
  private long claimsOutside;
  private long scoresWithoutActivations;
  private long labelsWithoutActivations;

  /**
   * A pass over all topics.
   *
   * @param allowClaims whether objects of a claim store may stay outside where none is configured
   */
  ExportPass(ArchiveWriter writer, EventReader events, SchemaLedger schemas, boolean allowClaims) {
    this.writer = writer;
    this.events = events;
    this.schemas = schemas;
    this.allowClaims = allowClaims;
  }

  void take(ArchivedTopic topic, ConsumerRecord<byte[], byte[]> record) {
    if (topic == ArchivedTopic.ACTIVATIONS) {
      activations.add(new LogAddress(record.partition(), record.offset()));
    }
    if (!schemas.note(topic, record.value())) {
      withoutSchema++;
    }
    writer.write(ArchivedRecord.of(topic, record, examine(topic, record)));
  }

  Losses losses() {
    return new Losses(
        undecodable,
        withoutSchema,
        claimsIncluded,
        claimsOutside,
        scoresWithoutActivations,
        labelsWithoutActivations);
  }

  /** What there is of the chains, where these ids, if any, were asked for. */
  Completeness completeness(Set<String> askedFor, int unplaced) {
    List<ChainPieces> pieces =
        chains.entrySet().stream().map(c -> c.getValue().pieces(c.getKey())).toList();
    List<String> absent = askedFor.stream().filter(id -> !chains.containsKey(id)).sorted().toList();
    return Completeness.of(pieces, absent, unplaced);
  }

  private Optional<ClaimedObject> examine(
      ArchivedTopic topic, ConsumerRecord<byte[], byte[]> record) {
    Optional<ChainTally> tally = tally(record.key());
    EventReader.Reading reading = events.read(topic, record.value());
    if (reading instanceof EventReader.Read read) {
      tally.ifPresent(chain -> chain.take(read.event()));
      note(read);
      return read.claimed();
    }
    if (reading instanceof EventReader.Unclaimed unclaimed) {
      requireAllowed(record, unclaimed);
      tally.ifPresent(ChainTally::takeUnreadActivations);
      claimsOutside++;
    } else {
      undecodable++;
    }
    return Optional.empty();
  }

  private Optional<ChainTally> tally(byte[] key) {
    return key == null
        ? Optional.empty()
        : Optional.of(chains.computeIfAbsent(new String(key, UTF_8), id -> new ChainTally()));
  }

  private void note(EventReader.Read read) {
    if (read.claimed().isPresent()) {
      claimsIncluded++;
    }
    if (read.event() instanceof StepScored score && !activations.contains(score.activations())) {
      scoresWithoutActivations++;
    }
    if (read.event() instanceof StepLabelled label && !activations.contains(label.activations())) {
      labelsWithoutActivations++;
    }
  }

  private void requireAllowed(
      ConsumerRecord<byte[], byte[]> record, EventReader.Unclaimed unclaimed) {
    if (!events.hasClaimStore() && !allowClaims) {
      throw new ArchiveException(
          "%s, partition %d, offset %d: %s; name the store, or allow claims to stay outside"
              .formatted(record.topic(), record.partition(), record.offset(), unclaimed.reason()));
    }
  }
}
