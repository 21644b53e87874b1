package dev.linchpin.labelling;

import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Keeps of the records of the {@code probes} topic what drift is measured against; also of retired
 * probes, whose labels may still come. What cannot be used is counted and logged with its offset,
 * and what was known of its version stays.
 */
final class ReferenceKeeper implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = Logger.getLogger(ReferenceKeeper.class);

  private final PatientReader<ProbeRelease> reader;
  private final LabellingMetrics metrics;
  private KeyValueStore<String, DriftReference> references;
  private ProcessorContext<Void, Void> context;

  ReferenceKeeper(PatientReader<ProbeRelease> reader, LabellingMetrics metrics) {
    this.reader = reader;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Void, Void> newContext) {
    context = newContext;
    references = newContext.getStateStore(LabellingTopology.REFERENCES);
  }

  @Override
  public void process(Record<String, byte[]> published) {
    try {
      // A put of null deletes: the probe is gone, or has no reference.
      references.put(published.key(), reference(published).orElse(null));
    } catch (UndecodableRecordException | IllegalArgumentException e) {
      refuse(published.key(), e);
    }
  }

  private Optional<DriftReference> reference(Record<String, byte[]> published) {
    if (published.value() == null) {
      return Optional.empty();
    }
    ProbeRelease release = reader.read(published.value());
    if (!release.id().key().equals(published.key())) {
      throw new IllegalArgumentException(
          "expected key " + release.id().key() + ", got " + published.key());
    }
    return release.reference().map(DriftReference::of);
  }

  private void refuse(String key, RuntimeException fault) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    LOG.warnf(
        "Reference refused, the previous one stays: key=%s topic=%s partition=%d offset=%d"
            + " cause=%s",
        key, origin.topic(), origin.partition(), origin.offset(), fault.getMessage());
    metrics.referenceRefused();
  }
}
