package dev.linchpin.deadletters;

import dev.linchpin.wire.DeadLetter;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which letters are meant: those that meet every condition. A letter whose headers say nothing of
 * what a condition is about does not meet it.
 *
 * @param reasons one of these reasons; any where empty
 * @param topic the full name of the topic that the record came from
 * @param since the record's timestamp is this or later
 * @param until the record's timestamp is earlier than this
 * @param chain the record's key
 */
public record LetterFilter(
    Set<String> reasons,
    Optional<String> topic,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<String> chain) {

  /** Every letter. */
  public static final LetterFilter ALL =
      new LetterFilter(
          Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public LetterFilter {
    reasons = Set.copyOf(reasons);
    if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "expected a time after " + since.get() + ", got " + until.get());
    }
  }

  /** Whether the letter is meant. */
  public boolean matches(Letter letter) {
    return (reasons.isEmpty() || reasons.contains(letter.cause().reason()))
        && (chain.isEmpty() || chain.equals(Utf8.text(letter.key())))
        && comesFrom(letter);
  }

  private boolean comesFrom(Letter letter) {
    if (topic.isEmpty() && since.isEmpty() && until.isEmpty()) {
      return true;
    }
    return letter.origin().filter(this::matches).isPresent();
  }

  private boolean matches(DeadLetter origin) {
    return topic.map(origin.topic()::equals).orElse(true)
        && since.map(from -> !origin.timestamp().isBefore(from)).orElse(true)
        && until.map(origin.timestamp()::isBefore).orElse(true);
  }
}
