package dev.linchpin.deadletters;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.LogAddress;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record on its way back.
 *
 * @param letter the letter that it is now
 * @param origin where it came from
 * @param attempt how often it will have been put back, from 1
 * @param record the record
 */
record Redelivery(
    LetterId letter, DeadLetter origin, int attempt, ProducerRecord<byte[], byte[]> record) {

  /** Its key and its value, in bytes. */
  int size() {
    return record.value().length + (record.key() == null ? 0 : record.key().length);
  }

  /** Which record it is. */
  String recordKey() {
    return LetterRedelivered.key(origin.topic(), origin.address());
  }

  /** What is to be remembered of it. */
  LetterRedelivered arrived(LogAddress at, Instant now) {
    return new LetterRedelivered(
        origin.topic(), origin.address(), origin.timestamp(), letter.address(), at, attempt, now);
  }

  Outcome.Refused refused(Refusal reason, String message) {
    return new Outcome.Refused(letter, reason, message);
  }
}
