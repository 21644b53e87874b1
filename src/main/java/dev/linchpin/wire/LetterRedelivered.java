package dev.linchpin.wire;

import java.time.Instant;

/**
 * A record that had become a dead letter was put back on its topic.
 *
 * @param topic the topic that it came from and went back to
 * @param original where the record lies that became the letter
 * @param recordTimestamp its timestamp, to the millisecond
 * @param letter where the letter lies
 * @param redelivered where the record lies anew
 * @param attempt how often it has been put back so far, from 1; also as a letter of a letter
 * @param redeliveredAt when it was put back
 */
public record LetterRedelivered(
    String topic,
    LogAddress original,
    Instant recordTimestamp,
    LogAddress letter,
    LogAddress redelivered,
    int attempt,
    Instant redeliveredAt) {
  public LetterRedelivered {
    if (attempt < 1) {
      throw new IllegalArgumentException("expected an attempt from 1, got " + attempt);
    }
  }

  /** The record's key: which record was put back. */
  public String key() {
    return key(topic, original);
  }

  /**
   * The key of what says that a record was put back.
   *
   * @param topic the topic that the record came from
   * @param original where it lies there
   */
  public static String key(String topic, LogAddress original) {
    return topic + "/" + original.partition() + "/" + original.offset();
  }
}
