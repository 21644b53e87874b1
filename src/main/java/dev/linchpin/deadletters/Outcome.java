package dev.linchpin.deadletters;

import dev.linchpin.wire.LetterRedelivered;

/** What became of a letter that was to be put back. */
public sealed interface Outcome {
  LetterId letter();

  /** Its record is on its topic again. */
  record Redelivered(LetterId letter, LetterRedelivered redelivery) implements Outcome {}

  /**
   * It would be put back; nothing was written.
   *
   * @param topic where it would go
   * @param attempt how often it would have been put back then, from 1
   */
  record Planned(LetterId letter, String topic, int attempt) implements Outcome {}

  /** Its record was put back before. */
  record AlreadyDone(LetterId letter, LetterRedelivered last) implements Outcome {}

  /** Another letter of the same record was put back, or would be, just now. */
  record Duplicate(LetterId letter) implements Outcome {}

  /**
   * It cannot be put back.
   *
   * @param message one line: expected, got
   */
  record Refused(LetterId letter, Refusal reason, String message) implements Outcome {}
}
