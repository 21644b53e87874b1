package dev.linchpin.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.LetterRedelivered;
import dev.linchpin.wire.LogAddress;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Letters of records of {@code lab.activations}, partition 2. */
final class LetterSamples {
  static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123Z");
  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  static final String TOPIC = "lab.activations";

  private LetterSamples() {}

  /** The letter at an offset of partition 0 whose record lies at the same offset. */
  static Letter letter(long offset) {
    return letter(offset, origin("MALFORMED", TOPIC, offset), "chain-" + offset);
  }

  static Letter letter(long offset, DeadLetter origin, String key) {
    return letter(offset, headers(origin), key.getBytes(UTF_8), new byte[] {1, 2, 3});
  }

  static Letter letter(long offset, Headers headers, byte[] key, byte[] value) {
    return Letter.of(
        new ConsumerRecord<>(
            "lab.dead-letters",
            0,
            offset,
            NOW.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            headers,
            Optional.empty()));
  }

  static DeadLetter origin(String reason, String topic, long offset) {
    return new DeadLetter(
        reason, topic, new LogAddress(2, offset), TIME, "expected this, got that");
  }

  static Headers headers(DeadLetter origin) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", new byte[] {7});
    origin.writeTo(headers);
    return headers;
  }

  /** The record of a letter was put back. */
  static LetterRedelivered redelivered(Letter letter, int attempt) {
    DeadLetter origin = letter.origin().orElseThrow();
    return new LetterRedelivered(
        origin.topic(),
        origin.address(),
        origin.timestamp(),
        letter.id().address(),
        new LogAddress(1, 1000),
        attempt,
        NOW);
  }
}
