package dev.linchpin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why a record could not be used and where it lies: the headers of a dead letter, as UTF-8 text.
 * The letter's key and value are the record's own, byte for byte.
 *
 * @param reason category, in capitals with underscores
 * @param topic the topic that the record came from
 * @param address where it lies in that topic
 * @param timestamp the record's timestamp, to the millisecond
 * @param message one line: expected, got
 */
public record DeadLetter(
    String reason, String topic, LogAddress address, Instant timestamp, String message) {

  /** Every header's name begins so. */
  public static final String PREFIX = "linchpin.dead-letter.";

  public static final String REASON = PREFIX + "reason";
  public static final String TOPIC = PREFIX + "topic";
  public static final String PARTITION = PREFIX + "partition";
  public static final String OFFSET = PREFIX + "offset";

  /** Milliseconds since 1970. */
  public static final String TIMESTAMP = PREFIX + "timestamp";

  public static final String MESSAGE = PREFIX + "message";

  /** Adds the headers, in place of such headers from an earlier time. */
  public void writeTo(Headers headers) {
    put(headers, REASON, reason);
    put(headers, TOPIC, topic);
    put(headers, PARTITION, Integer.toString(address.partition()));
    put(headers, OFFSET, Long.toString(address.offset()));
    put(headers, TIMESTAMP, Long.toString(timestamp.toEpochMilli()));
    put(headers, MESSAGE, message);
  }

  /**
   * Reads the headers back.
   *
   * @throws IllegalArgumentException when one is missing or no number
   */
  public static DeadLetter of(Headers headers) {
    return new DeadLetter(
        get(headers, REASON),
        get(headers, TOPIC),
        new LogAddress(
            Integer.parseInt(get(headers, PARTITION)), Long.parseLong(get(headers, OFFSET))),
        Instant.ofEpochMilli(Long.parseLong(get(headers, TIMESTAMP))),
        get(headers, MESSAGE));
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }

  private static String get(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException("expected a header " + name + ", got none");
    }
    return new String(header.value(), UTF_8);
  }
}
