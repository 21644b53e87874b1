package dev.linchpin.scoring;

import java.time.Clock;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Outputs with the present as timestamp: where a topic keeps the producer's, it says when the
 * output was sent.
 *
 * @param clock says what the present is
 */
record LiveDelivery(Clock clock) implements Delivery {

  @Override
  public void init(ProcessorContext<byte[], Object> context) {}

  @Override
  public <V> Record<byte[], V> stamped(Record<byte[], V> output, RecordMetadata source) {
    return output.withTimestamp(clock.millis());
  }

  @Override
  public void done(RecordMetadata source, Disposition disposition) {}
}
