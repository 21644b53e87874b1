package dev.linchpin.stream;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LogAddress;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes dead letters of records. */
public final class DeadLetters {
  private DeadLetters() {}

  /**
   * The record as it came, with its fault and its address in the headers.
   *
   * @param unusable the record
   * @param origin where it lies
   * @param reason category
   * @param message one line: expected, got
   */
  public static Record<byte[], Object> letter(
      Record<byte[], byte[]> unusable, RecordMetadata origin, Enum<?> reason, String message) {
    Record<byte[], Object> letter = unusable.withValue(unusable.value());
    LogAddress address = new LogAddress(origin.partition(), origin.offset());
    Instant writtenAt = Instant.ofEpochMilli(unusable.timestamp());
    new DeadLetter(reason.name(), origin.topic(), address, writtenAt, message)
        .writeTo(letter.headers());
    return letter;
  }
}
