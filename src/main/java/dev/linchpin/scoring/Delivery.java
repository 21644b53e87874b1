package dev.linchpin.scoring;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** What happens to outputs on their way to their topics. For one task. */
public interface Delivery {

  /** Is told the context before the first record. */
  void init(ProcessorContext<byte[], Object> context);

  /**
   * The output as it is sent.
   *
   * @param output with the time and the headers of the record that it is about
   * @param source where that record lies
   */
  <V> Record<byte[], V> stamped(Record<byte[], V> output, RecordMetadata source);

  /** Is told what became of a record, after its outputs were sent. */
  void done(RecordMetadata source, Disposition disposition);
}
