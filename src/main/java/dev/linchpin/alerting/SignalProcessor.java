package dev.linchpin.alerting;

import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;

/** Makes observations of records; what cannot be read is counted and passed over. */
final class SignalProcessor implements Processor<byte[], byte[], byte[], Observation> {
  private static final Logger LOG = Logger.getLogger(SignalProcessor.class);
  // The key says nothing: there is one partition. Without one, a record would be left out.
  private static final byte[] KEY = {};

  private final RecordSignals signals;
  private final AlertMetrics metrics;
  private ProcessorContext<byte[], Observation> context;

  SignalProcessor(RecordSignals signals, AlertMetrics metrics) {
    this.signals = signals;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], Observation> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    read(record, origin)
        .forEach(each -> context.forward(new Record<>(KEY, each, record.timestamp())));
  }

  private List<Observation> read(Record<byte[], byte[]> record, RecordMetadata origin) {
    Instant writtenAt = Instant.ofEpochMilli(record.timestamp());
    try {
      return signals.of(new RawRecord(origin.topic(), record.key(), record.value(), writtenAt));
    } catch (UndecodableRecordException e) {
      return passOver(origin, e.reason());
    } catch (UnusableRecordException e) {
      return passOver(origin, e.reason());
    }
  }

  private List<Observation> passOver(RecordMetadata origin, Enum<?> reason) {
    LOG.warnf(
        "Passing over a record: topic=%s partition=%d offset=%d reason=%s",
        origin.topic(), origin.partition(), origin.offset(), reason);
    metrics.passedOver(reason);
    return List.of();
  }
}
