package dev.linchpin.alerting;

import dev.linchpin.stream.AnyTime;
import dev.linchpin.stream.PatientWriter;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Scores, lead times, evaluations, dead letters and what people did in; incidents out. Each record
 * becomes a light observation where it is read; all observations come together in one partition, so
 * that one task decides on grouping, rate limits and people's actions in one order.
 *
 * <p>A desk without a history begins a minute before it was started, with {@code audit} at its
 * beginning: it does not raise what is long over. State that is not kept: after a restart, steps of
 * which one of the two times had come are not counted among deadlines, dead letters are counted
 * from 0, and every rule has a minute's notices anew.
 */
public final class AlertTopology {
  static final String INCIDENTS = "incidents";

  private static final Duration LOOK_BACK = Duration.ofMinutes(1);
  private static final TimestampExtractor ANY_TIME = new AnyTime();
  private static final Serde<byte[]> RAW = Serdes.ByteArray();

  private final Topics topics;
  private final WireFormat wire;
  private final AlertMetrics metrics;
  private final Patience patience;

  AlertTopology(Topics topics, AlertSettings settings, MeterRegistry meters, Patience patience) {
    this.topics = topics;
    this.wire = new WireFormat(settings.client());
    this.metrics = new AlertMetrics(meters);
    this.patience = patience;
  }

  /** The topics that it reads and writes. */
  static List<Topic<?>> topics(Topics topics) {
    return List.of(
        topics.scores(),
        topics.steps(),
        topics.chains(),
        topics.evaluations(),
        topics.deadLetters(),
        topics.audit(),
        topics.incidents());
  }

  Topology build() {
    StreamsBuilder builder = new StreamsBuilder();
    DeskStores.builders().forEach(builder::addStateStore);
    decide(observations(builder));
    Topology topology = builder.build();
    return topology.addSink(
        INCIDENTS,
        topics.incidents().name(),
        new ByteArraySerializer(),
        PatientWriter.of(topics.incidents(), wire, patience),
        "alert-desk");
  }

  private KStream<byte[], Observation> observations(StreamsBuilder builder) {
    KStream<byte[], Observation> chains =
        recent(builder, "scores", topics.scores())
            .merge(recent(builder, "steps", topics.steps()), Named.as("scores-and-steps"))
            .merge(recent(builder, "chains", topics.chains()), Named.as("scores-steps-and-chains"))
            .process(reader(this::chainSignals), Named.as("read-chains"));
    KStream<byte[], Observation> evaluations =
        recent(builder, "evaluations", topics.evaluations())
            .process(
                reader(() -> new EvaluationSignals(decoder(topics.evaluations()))),
                Named.as("read-evaluations"));
    KStream<byte[], Observation> letters =
        recent(builder, "dead-letters", topics.deadLetters())
            .process(
                reader(() -> letter -> List.of(new Observation.Buried())),
                Named.as("count-dead-letters"));
    KStream<byte[], Observation> audit =
        source(builder, "audit", topics.audit(), AutoOffsetReset.earliest())
            .process(
                reader(() -> new AuditSignals(decoder(topics.audit()))), Named.as("read-audit"));
    return chains
        .merge(evaluations, Named.as("chains-and-evaluations"))
        .merge(letters, Named.as("all-records"))
        .merge(audit, Named.as("all-observations"));
  }

  private void decide(KStream<byte[], Observation> observations) {
    observations
        .repartition(
            Repartitioned.<byte[], Observation>as("observations")
                .withNumberOfPartitions(1)
                .withKeySerde(RAW)
                .withValueSerde(new ObservationForm().serde()))
        .process(() -> new DeskProcessor(metrics), Named.as("alert-desk"), DeskStores.names());
  }

  private static KStream<byte[], byte[]> recent(
      StreamsBuilder builder, String name, Topic<?> topic) {
    return source(builder, name, topic, AutoOffsetReset.byDuration(LOOK_BACK));
  }

  private static KStream<byte[], byte[]> source(
      StreamsBuilder builder, String name, Topic<?> topic, AutoOffsetReset begin) {
    return builder.stream(
        topic.name(),
        Consumed.with(RAW, RAW)
            .withName(name)
            .withTimestampExtractor(ANY_TIME)
            .withOffsetResetPolicy(begin));
  }

  private ProcessorSupplier<byte[], byte[], byte[], Observation> reader(
      Supplier<RecordSignals> signals) {
    return () -> new SignalProcessor(signals.get(), metrics);
  }

  private RecordSignals chainSignals() {
    return new ChainSignals(topics, wire, patience);
  }

  private <V> PatientReader<V> decoder(Topic<V> topic) {
    return new PatientReader<>(topic, wire.decoder(), patience);
  }
}
