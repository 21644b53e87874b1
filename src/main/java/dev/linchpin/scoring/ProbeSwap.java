package dev.linchpin.scoring;

import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.confluent.UndecodableRecordException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/**
 * Takes the records of the {@code probes} topic: decodes each once and swaps it into the live
 * probes; a null value takes the probe away. What cannot be used is counted and logged with its
 * offset, and the previous version stays in force: a global processor cannot write a dead letter,
 * and the record itself stays in the compacted topic, to be looked at there.
 *
 * <p>The store remembers key and version in force, not the weights: they are in the live probes,
 * and Streams sends every record through here again when it starts.
 */
final class ProbeSwap implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = Logger.getLogger(ProbeSwap.class);

  private final PatientReader<ProbeRelease> reader;
  private final AtomicReference<LiveProbes> live;
  private final ScoringMetrics metrics;
  private KeyValueStore<String, Integer> versions;
  private ProcessorContext<Void, Void> context;

  ProbeSwap(
      PatientReader<ProbeRelease> reader,
      AtomicReference<LiveProbes> live,
      ScoringMetrics metrics) {
    this.reader = reader;
    this.live = live;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<Void, Void> newContext) {
    context = newContext;
    versions = newContext.getStateStore(ScoringTopology.PROBES);
  }

  @Override
  public void process(Record<String, byte[]> published) {
    if (published.value() == null) {
      remove(published.key());
    } else {
      load(published);
    }
  }

  private void remove(String key) {
    live.updateAndGet(probes -> probes.without(key));
    versions.delete(key);
    metrics.probe("removed");
  }

  private void load(Record<String, byte[]> published) {
    try {
      ProbeRelease release = reader.read(published.value());
      ProbeFaults.check(release, published.key());
      live.updateAndGet(probes -> probes.with(release));
      versions.put(published.key(), release.id().version());
      metrics.probe("loaded");
    } catch (UndecodableRecordException | IllegalArgumentException e) {
      refuse(published.key(), e);
    }
  }

  private void refuse(String key, RuntimeException fault) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    LOG.warnf(
        "Probe refused, the previous version stays: key=%s topic=%s partition=%d offset=%d cause=%s",
        key, origin.topic(), origin.partition(), origin.offset(), fault.getMessage());
    metrics.probe("refused");
  }
}
