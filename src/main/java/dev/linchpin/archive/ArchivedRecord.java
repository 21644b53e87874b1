package dev.linchpin.archive;

import dev.linchpin.wire.LogAddress;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record as it lay in its topic.
 *
 * @param topic its topic
 * @param at where it lay
 * @param timestamp milliseconds since 1970, -1 for none
 * @param timestampType whose clock that is
 * @param key null where it has none
 * @param value null where it has none
 * @param headers in their order
 * @param claimed what its value claims from a claim store, where that was read
 */
record ArchivedRecord(
    ArchivedTopic topic,
    LogAddress at,
    long timestamp,
    TimestampType timestampType,
    byte[] key,
    byte[] value,
    List<Header> headers,
    Optional<ClaimedObject> claimed) {
  ArchivedRecord {
    headers = List.copyOf(headers);
  }

  static ArchivedRecord of(
      ArchivedTopic topic, ConsumerRecord<byte[], byte[]> record, Optional<ClaimedObject> claimed) {
    return new ArchivedRecord(
        topic,
        new LogAddress(record.partition(), record.offset()),
        record.timestamp(),
        record.timestampType(),
        record.key(),
        record.value(),
        List.of(record.headers().toArray()),
        claimed);
  }
}
