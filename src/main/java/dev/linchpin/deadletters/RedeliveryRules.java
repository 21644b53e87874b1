package dev.linchpin.deadletters;

import dev.linchpin.deadletters.Outcome.AlreadyDone;
import dev.linchpin.deadletters.Outcome.Refused;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.RecordBatch;

/**
 * What is to be done with a letter. A record goes back to the topic that it came from, as it was,
 * with its timestamp; its key says which partition, as it did before, and a record without key goes
 * to the partition that it came from.
 */
final class RedeliveryRules {
  private final Set<String> catalogue;
  private final Map<String, Integer> partitions;
  private final boolean again;

  /**
   * Rules for a cluster.
   *
   * @param topics the catalogue
   * @param partitions how many partitions each topic has that is there
   * @param again whether what was put back before is put back once more
   */
  RedeliveryRules(Topics topics, Map<String, Integer> partitions, boolean again) {
    this.catalogue = names(topics);
    this.partitions = Map.copyOf(partitions);
    this.again = again;
  }

  /** The topics to which records are put back: all but those about dead letters. */
  static Set<String> names(Topics topics) {
    Set<String> names =
        topics.all().stream()
            .<String>map(Topic::name)
            .collect(Collectors.toCollection(TreeSet::new));
    names.remove(topics.deadLetters().name());
    names.remove(topics.redeliveries().name());
    return names;
  }

  /** Whether a letter is to be put back, or what became of it without that. */
  sealed interface Decision {
    /** It goes back. */
    record Send(Redelivery redelivery) implements Decision {}

    /** It does not. */
    record Settled(Outcome outcome) implements Decision {}
  }

  Decision decide(Letter letter, Redeliveries done) {
    Optional<Refused> refused = refusal(letter);
    if (refused.isPresent()) {
      return new Decision.Settled(refused.get());
    }
    Optional<LetterRedelivered> last = done.last(letter);
    if (last.isPresent() && !again) {
      return new Decision.Settled(new AlreadyDone(letter.id(), last.get()));
    }
    return new Decision.Send(redelivery(letter, letter.origin().orElseThrow(), last));
  }

  private Optional<Refused> refusal(Letter letter) {
    if (letter.origin().isEmpty()) {
      return refused(letter, Refusal.UNKNOWN_ORIGIN, letter.cause().message());
    }
    DeadLetter origin = letter.origin().get();
    if (!catalogue.contains(origin.topic())) {
      return refused(
          letter,
          Refusal.FOREIGN_TOPIC,
          "expected one of " + catalogue + ", got topic " + origin.topic());
    }
    if (!partitions.containsKey(origin.topic())) {
      return refused(letter, Refusal.MISSING_TOPIC, "there is no topic " + origin.topic());
    }
    if (letter.value() == null) {
      return refused(letter, Refusal.NO_VALUE, "expected a value to put back, got none");
    }
    if (origin.timestamp().toEpochMilli() < RecordBatch.NO_TIMESTAMP) {
      return refused(
          letter,
          Refusal.NOT_ACCEPTED,
          "expected a timestamp from 1970 on, got " + origin.timestamp());
    }
    return missingPartition(letter, origin);
  }

  private Optional<Refused> missingPartition(Letter letter, DeadLetter origin) {
    int count = partitions.get(origin.topic());
    int partition = origin.address().partition();
    if (letter.key() != null || (partition >= 0 && partition < count)) {
      return Optional.empty();
    }
    return refused(
        letter,
        Refusal.MISSING_PARTITION,
        "expected one of the %d partitions of %s, got %d"
            .formatted(count, origin.topic(), partition));
  }

  private static Redelivery redelivery(
      Letter letter, DeadLetter origin, Optional<LetterRedelivered> last) {
    int attempt = 1 + Math.max(letter.attempt(), last.map(LetterRedelivered::attempt).orElse(0));
    return new Redelivery(
        letter.id(),
        origin,
        attempt,
        new ProducerRecord<>(
            origin.topic(),
            letter.key() == null ? origin.address().partition() : null,
            timestamp(origin),
            letter.key(),
            letter.value(),
            new RedeliveryMark(letter.id(), attempt).on(letter.headers())));
  }

  /** Null, which is now, for a record that had none. */
  private static Long timestamp(DeadLetter origin) {
    long millis = origin.timestamp().toEpochMilli();
    return millis == RecordBatch.NO_TIMESTAMP ? null : millis;
  }

  private static Optional<Refused> refused(Letter letter, Refusal reason, String message) {
    return Optional.of(new Refused(letter.id(), reason, message));
  }
}
