package dev.linchpin.deadletters;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record of {@code dead-letters}.
 *
 * @param id where it lies
 * @param writtenAt the letter's own timestamp, to the millisecond
 * @param key the record's key as it came, null for none
 * @param value the record's value as it came, null for none
 * @param headers the record's headers and those that say what was wrong
 * @param cause what was wrong
 */
public record Letter(
    LetterId id, Instant writtenAt, byte[] key, byte[] value, Headers headers, Cause cause) {

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    return new Letter(
        LetterId.of(record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        record.value(),
        record.headers(),
        Cause.of(record.headers()));
  }

  /** Where the record came from and what was wrong, where that is known. */
  public Optional<DeadLetter> origin() {
    return cause instanceof Cause.Known known ? Optional.of(known.letter()) : Optional.empty();
  }

  /** How often the record had been put back before it became this letter. */
  public int attempt() {
    return RedeliveryMark.of(headers).map(RedeliveryMark::attempt).orElse(0);
  }

  /** Length of the value in bytes; 0 where there is none. */
  public int size() {
    return value == null ? 0 : value.length;
  }

  /** Which record it was; letters of one record, written twice after a crash, have the same. */
  Optional<String> recordKey() {
    return origin().map(origin -> LetterRedelivered.key(origin.topic(), origin.address()));
  }
}
