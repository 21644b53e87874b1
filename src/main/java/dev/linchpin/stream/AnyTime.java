package dev.linchpin.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** The record's own time; a negative one from a foreign producer must not stop the stream. */
public final class AnyTime implements TimestampExtractor {

  @Override
  public long extract(ConsumerRecord<Object, Object> event, long partitionTime) {
    return Math.max(0, event.timestamp());
  }
}
