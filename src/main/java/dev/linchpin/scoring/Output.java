package dev.linchpin.scoring;

/** One record that scoring writes because of a record of the {@code activations} topic. */
sealed interface Output {
  /** Where a verdict goes. */
  enum Sink {
    SCORES,
    LOW_IMPORTANCE_ALERTS,
    IMPORTANT_ALERTS
  }

  /**
   * A score or an alert.
   *
   * @param value as it goes to the topic
   */
  record Event(Sink sink, byte[] value) implements Output {}

  /**
   * A dead letter.
   *
   * @param reason category
   * @param message expected, got
   * @param original the record's value as it came, null for none
   */
  record Refusal(RejectionReason reason, String message, byte[] original) implements Output {}

  /**
   * Nothing at all: the record was left alone.
   *
   * @param reason why
   */
  record Omission(String reason) implements Output {}
}
