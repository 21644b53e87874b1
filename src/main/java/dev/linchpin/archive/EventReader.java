package dev.linchpin.archive;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.RecordDecoder;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes records for what they say of their chains. Waits for nobody: an export that cannot go on
 * is run again.
 */
final class EventReader {
  private final Map<ArchivedTopic, PatientReader<?>> readers = new EnumMap<>(ArchivedTopic.class);
  private final Optional<PatientReader<?>> claims;

  /** Reads as the cluster's settings say; claims only where they name a claim store. */
  EventReader(Cluster cluster) {
    Map<String, Object> plain = new HashMap<>(cluster.client());
    boolean hasStore = plain.remove(WireFormat.CLAIM_STORE) != null;
    plain.remove(WireFormat.CLAIM_ABOVE);
    RecordDecoder decoder = new WireFormat(plain).decoder();
    for (ArchivedTopic topic : ArchivedTopic.values()) {
      readers.put(topic, reader(topic.in(cluster.topics()), decoder));
    }
    this.claims =
        hasStore
            ? Optional.of(
                reader(cluster.topics().activations(), new WireFormat(cluster.client()).decoder()))
            : Optional.empty();
  }

  /** What came of reading a value. */
  sealed interface Reading {}

  /**
   * It could be read.
   *
   * @param event what it says
   * @param claimed the object that it claims, where it claims one
   */
  record Read(Object event, Optional<ClaimedObject> claimed) implements Reading {}

  /** It claims an object that cannot be had, and why. */
  record Unclaimed(String reason) implements Reading {}

  /** It cannot be decoded. */
  record Undecodable() implements Reading {}

  /** Never waits, whatever is away. */
  static Patience impatience() {
    return new Patience(time -> {}, () -> true);
  }

  /** Whether objects can be had. */
  boolean hasClaimStore() {
    return claims.isPresent();
  }

  Reading read(ArchivedTopic topic, byte[] value) {
    try {
      return new Read(readers.get(topic).read(value), Optional.empty());
    } catch (UndecodableRecordException e) {
      return switch (e.reason()) {
        case CLAIM_WITHOUT_STORE, CLAIM_MISSING, CLAIM_MISMATCH -> redeem(value, e);
        case EMPTY, NOT_CONFLUENT_FORMAT, UNKNOWN_SCHEMA, FOREIGN_TYPE, MALFORMED ->
            new Undecodable();
      };
    }
  }

  private Reading redeem(byte[] value, UndecodableRecordException withoutStore) {
    if (claims.isEmpty()) {
      return new Unclaimed(withoutStore.getMessage());
    }
    try {
      ActivationsCaptured step = (ActivationsCaptured) claims.get().read(value);
      return new Read(step, Optional.of(new ClaimedObject(step.step(), step.content())));
    } catch (UndecodableRecordException e) {
      return new Unclaimed(e.getMessage());
    }
  }

  private static <V> PatientReader<V> reader(Topic<V> topic, RecordDecoder decoder) {
    return new PatientReader<>(topic, decoder, impatience());
  }
}
