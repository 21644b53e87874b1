package dev.linchpin.labelling;

import dev.linchpin.stream.AnyTime;
import dev.linchpin.stream.PatientWriter;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Scores, ablations and probes in; labels, evaluations and dead letters out. The join keeps what
 * waits for its other half and tells the evaluation, by probe version, what became of every score.
 */
public final class LabellingTopology {
  static final String LABELS = "labels";
  static final String DEAD_LETTERS = "dead-letters";
  static final String EVIDENCE = "evidence";
  static final String REFERENCES = "references";

  private static final String SCORES = "scores";
  private static final String ABLATIONS = "ablations";
  private static final String SCORES_AND_ABLATIONS = "scores-and-ablations";
  private static final String JOIN_LABELS = "join-labels";
  private static final String EVIDENCE_BY_PROBE = "evidence-by-probe";
  private static final String EVALUATE_PROBES = "evaluate-probes";
  private static final String EVALUATIONS = "evaluations";
  private static final String READ_PROBES = "read-probes";
  private static final String KEEP_REFERENCE = "keep-reference";

  private static final TimestampExtractor ANY_TIME = new AnyTime();
  private static final Serde<byte[]> RAW = Serdes.ByteArray();
  private static final ByteArraySerializer SAME = new ByteArraySerializer();

  private final Topics topics;
  private final WireFormat wire;
  private final LabellingRules rules;
  private final LabellingMetrics metrics;
  private final Clock clock;
  private final Patience patience;

  LabellingTopology(
      Topics topics,
      LabellingSettings settings,
      MeterRegistry meters,
      Clock clock,
      Patience patience) {
    this.topics = topics;
    this.wire = new WireFormat(settings.client());
    this.rules = settings.rules();
    this.metrics = new LabellingMetrics(meters);
    this.clock = clock;
    this.patience = patience;
  }

  /** The topics that it reads and writes. */
  static List<Topic<?>> topics(Topics topics) {
    return List.of(
        topics.scores(),
        topics.ablations(),
        topics.probes(),
        topics.labels(),
        topics.evaluations(),
        topics.deadLetters());
  }

  Topology build(StoreKind stores) {
    StreamsBuilder builder = new StreamsBuilder();
    ChainStores.builders(stores).forEach(builder::addStateStore);
    ProbeStores.builders(stores).forEach(builder::addStateStore);
    evaluate(join(builder));
    Topology topology = builder.build();
    sink(topology, LABELS, topics.labels(), JOIN_LABELS);
    sink(topology, DEAD_LETTERS, topics.deadLetters(), JOIN_LABELS);
    sink(topology, EVALUATIONS, topics.evaluations(), EVALUATE_PROBES);
    return addReferences(topology);
  }

  private KStream<byte[], Object> join(StreamsBuilder builder) {
    return source(builder, SCORES, topics.scores())
        .merge(source(builder, ABLATIONS, topics.ablations()), Named.as(SCORES_AND_ABLATIONS))
        .process(
            this::joinProcessor,
            Named.as(JOIN_LABELS),
            ChainStores.SCORED_STEPS,
            ChainStores.ABLATED_CHAINS,
            ChainStores.CHAIN_TIMES);
  }

  private void evaluate(KStream<byte[], Object> joined) {
    joined
        .mapValues(Evidence.class::cast, Named.as(EVIDENCE))
        .repartition(
            Repartitioned.<byte[], Evidence>as(EVIDENCE_BY_PROBE)
                .withKeySerde(RAW)
                .withValueSerde(new Evidence.Form().serde()))
        .process(
            () -> new EvaluationProcessor(rules, metrics, clock),
            Named.as(EVALUATE_PROBES),
            ProbeStores.TALLIES,
            ProbeStores.LABELLED_WINDOW,
            ProbeStores.SCORE_WINDOW);
  }

  private Topology addReferences(Topology topology) {
    return topology.addGlobalStore(
        references(),
        READ_PROBES,
        ANY_TIME,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topics.probes().name(),
        KEEP_REFERENCE,
        () -> new ReferenceKeeper(reader(topics.probes()), metrics));
  }

  private static KStream<byte[], byte[]> source(
      StreamsBuilder builder, String name, Topic<?> topic) {
    return builder.stream(
        topic.name(),
        Consumed.with(RAW, RAW)
            .withName(name)
            .withTimestampExtractor(ANY_TIME)
            .withOffsetResetPolicy(AutoOffsetReset.earliest()));
  }

  private void sink(Topology topology, String name, Topic<?> topic, String parent) {
    topology.addSink(name, topic.name(), SAME, PatientWriter.of(topic, wire, patience), parent);
  }

  private Processor<byte[], byte[], byte[], Object> joinProcessor() {
    return new LabelJoinProcessor(new JoinReader(topics, wire, patience), rules, metrics);
  }

  private <V> PatientReader<V> reader(Topic<V> topic) {
    return new PatientReader<>(topic, wire.decoder(), patience);
  }

  private static StoreBuilder<KeyValueStore<String, DriftReference>> references() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(REFERENCES),
            Serdes.String(),
            new DriftReference.Form().serde())
        .withLoggingDisabled();
  }
}
