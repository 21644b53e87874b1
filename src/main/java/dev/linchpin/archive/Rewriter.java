package dev.linchpin.archive;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Gives values the form in which the target says the same: another schema id where its registry has
 * another, another address where the activations of a score or a label lie elsewhere.
 */
final class Rewriter {
  private final SchemaTranslation schemas;
  private final AddressMap activations;
  private final Addressed<StepScored> scores;
  private final Addressed<StepLabelled> labels;

  /**
   * For a target.
   *
   * @param schemas ids of the source to ids of the target
   * @param activations where the archive's activations lie in the target
   */
  Rewriter(Cluster cluster, SchemaTranslation schemas, AddressMap activations) {
    this.schemas = schemas;
    this.activations = activations;
    WireFormat wire = new WireFormat(cluster.client());
    this.scores =
        new Addressed<>(
            cluster.topics().scores(), wire, StepScored::activations, Rewriter::readdressed);
    this.labels =
        new Addressed<>(
            cluster.topics().labels(), wire, StepLabelled::activations, Rewriter::readdressed);
  }

  /** What a value's address leads to. */
  enum Link {
    /** It has none. */
    NONE,
    /** Activations of the archive. */
    FOUND,
    /** Activations that are not in the archive. */
    MISSING,
    /** It cannot be decoded. */
    UNREADABLE
  }

  /**
   * A value for the target.
   *
   * @param value null where the record has none
   * @param form what was changed
   * @param link what its address leads to
   */
  record Rewritten(byte[] value, Outcome form, Link link) {}

  Rewritten rewrite(ArchivedTopic topic, byte[] value) {
    byte[] translated = schemas.translate(topic, value);
    Outcome form = translated == value ? Outcome.IDENTICAL : Outcome.RENUMBERED;
    return switch (topic) {
      case SCORES -> scores.rewrite(translated, form);
      case LABELS -> labels.rewrite(translated, form);
      case ACTIVATIONS, STEPS, LOW_IMPORTANCE_ALERTS, IMPORTANT_ALERTS, ABLATIONS, CHAINS ->
          new Rewritten(translated, form, Link.NONE);
    };
  }

  private static StepScored readdressed(StepScored score, LogAddress address) {
    return new StepScored(
        score.step(),
        score.probe(),
        score.status(),
        score.score(),
        score.verdict(),
        score.stepCompletedAt(),
        score.scoredAt(),
        address,
        score.activationDistance());
  }

  private static StepLabelled readdressed(StepLabelled label, LogAddress address) {
    return new StepLabelled(
        label.step(),
        label.model(),
        label.modelFingerprint(),
        label.label(),
        label.method(),
        label.measure(),
        address,
        label.stepCompletedAt(),
        label.ablatedAt(),
        label.scores());
  }

  /** A topic whose values hold the address of activations. */
  private final class Addressed<V> {
    private final String topic;
    private final PatientReader<V> reader;
    private final Serializer<V> serializer;
    private final Function<V, LogAddress> address;
    private final BiFunction<V, LogAddress, V> move;

    Addressed(
        Topic<V> topic,
        WireFormat wire,
        Function<V, LogAddress> address,
        BiFunction<V, LogAddress, V> move) {
      this.topic = topic.name();
      this.reader = new PatientReader<>(topic, wire.decoder(), EventReader.impatience());
      this.serializer = wire.serde(topic).serializer();
      this.address = address;
      this.move = move;
    }

    Rewritten rewrite(byte[] value, Outcome form) {
      V event;
      try {
        event = reader.read(value);
      } catch (UndecodableRecordException e) {
        return new Rewritten(value, form, Link.UNREADABLE);
      }
      Optional<LogAddress> now = activations.find(address.apply(event));
      if (now.isEmpty()) {
        return new Rewritten(value, form, Link.MISSING);
      }
      return now.get().equals(address.apply(event))
          ? new Rewritten(value, form, Link.FOUND)
          : new Rewritten(
              serializer.serialize(topic, move.apply(event, now.get())),
              Outcome.READDRESSED,
              Link.FOUND);
    }
  }
}
