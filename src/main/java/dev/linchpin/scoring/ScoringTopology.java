package dev.linchpin.scoring;

import dev.linchpin.probe.WarmUp;
import dev.linchpin.stream.AnyTime;
import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.StreamsWork;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.ScoringTopics;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Activations and probes in; scores, alerts and dead letters out. Steps come scored: the consumer
 * of each thread reads what a poll brought in one product ({@link ScoringConsumer}). Nothing is
 * repartitioned and the only store holds the versions of the probes in force. The global store is
 * complete before the first step is scored.
 */
public final class ScoringTopology {
  static final String PROBES = "probes";
  static final String SCORES = "scores";
  static final String LOW_IMPORTANCE_ALERTS = "low-importance-alerts";
  static final String IMPORTANT_ALERTS = "important-alerts";
  static final String DEAD_LETTERS = "dead-letters";

  private static final String ACTIVATIONS = "activations";
  private static final String READ_PROBES = "read-probes";
  private static final String SWAP_PROBE = "swap-probe";
  private static final String SEND_OUTPUTS = "send-outputs";
  private static final AutoOffsetReset EARLIEST = AutoOffsetReset.earliest();
  private static final TimestampExtractor ANY_TIME = new AnyTime();
  private static final StringDeserializer TEXT = new StringDeserializer();
  private static final ByteArrayDeserializer RAW = new ByteArrayDeserializer();
  private static final ByteArraySerializer SAME = new ByteArraySerializer();

  private final Topics catalogue;
  private final ScoringMode mode;
  private final ScoringTopics topics;
  private final WireFormat wire;
  private final ScoringMetrics metrics;
  private final Clock clock;
  private final Patience patience;
  private final AtomicReference<LiveProbes> live = new AtomicReference<>(LiveProbes.NONE);

  /**
   * A topology that scores in its mode.
   *
   * @param catalogue the live topics, under whose names schemas are registered in any mode
   * @param clock says when a score was computed
   */
  public ScoringTopology(
      Topics catalogue,
      ScoringMode mode,
      WireFormat wire,
      MeterRegistry meters,
      Clock clock,
      Patience patience) {
    this.catalogue = catalogue;
    this.mode = mode;
    this.topics = mode.topics();
    this.wire = wire;
    this.metrics = new ScoringMetrics(meters);
    this.clock = clock;
    this.patience = patience;
  }

  /** The topology, and the consumers that score for it. */
  public StreamsWork work() {
    WarmUp.run();
    return new StreamsWork(build(), new ScoringClients(this::scorer, mode.feeds()));
  }

  Topology build() {
    Topology topology =
        new Topology()
            .addGlobalStore(
                versions(),
                READ_PROBES,
                ANY_TIME,
                TEXT,
                RAW,
                topics.probes().name(),
                SWAP_PROBE,
                this::swap)
            .addSource(EARLIEST, ACTIVATIONS, ANY_TIME, RAW, RAW, topics.activations().name())
            .addProcessor(SEND_OUTPUTS, this::sender, ACTIVATIONS);
    mode.store().ifPresent(store -> topology.addStateStore(store, SEND_OUTPUTS));
    sink(topology, SCORES, topics.scores());
    sink(topology, LOW_IMPORTANCE_ALERTS, topics.lowImportanceAlerts());
    sink(topology, IMPORTANT_ALERTS, topics.importantAlerts());
    sink(topology, DEAD_LETTERS, topics.deadLetters());
    return topology;
  }

  private void sink(Topology topology, String name, Topic<?> topic) {
    topology.addSink(name, topic.name(), SAME, SAME, SEND_OUTPUTS);
  }

  private Processor<byte[], byte[], byte[], Object> sender() {
    return new ScoringProcessor(mode.deliveries().get());
  }

  private Processor<String, byte[], Void, Void> swap() {
    return new ProbeSwap(reader(topics.probes()), live, metrics);
  }

  /** Scores what one consumer polls. */
  PollScorer scorer() {
    ChainReader<ActivationsEvent> reader =
        new ChainReader<>(reader(topics.activations()), step -> step.step().chainId());
    VerdictWriter writer = new VerdictWriter(catalogue, wire, patience);
    return new PollScorer(reader, clock, mode.selection(), live::get, writer, metrics);
  }

  private <V> PatientReader<V> reader(Topic<V> topic) {
    return new PatientReader<>(topic, wire.decoder(), patience);
  }

  private static StoreBuilder<KeyValueStore<String, Integer>> versions() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(PROBES), Serdes.String(), Serdes.Integer())
        .withLoggingDisabled();
  }
}
