package dev.linchpin.deadletters;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which records were put back, the last time of each. For one thread at a time. */
public final class Redeliveries {
  private final Map<String, LetterRedelivered> byRecord = new HashMap<>();

  void note(LetterRedelivered redelivery) {
    byRecord.put(redelivery.key(), redelivery);
  }

  /** The last time that the letter's record was put back, by this letter or another of it. */
  public Optional<LetterRedelivered> last(Letter letter) {
    return letter.origin().flatMap(this::last);
  }

  /** How often the letter's record was put back since it became this letter. */
  public int times(Letter letter) {
    return last(letter).map(last -> Math.max(1, last.attempt() - letter.attempt())).orElse(0);
  }

  private Optional<LetterRedelivered> last(DeadLetter origin) {
    return Optional.ofNullable(
            byRecord.get(LetterRedelivered.key(origin.topic(), origin.address())))
        // Another record has the same place where the topic was made anew.
        .filter(last -> last.recordTimestamp().equals(origin.timestamp()));
  }
}
