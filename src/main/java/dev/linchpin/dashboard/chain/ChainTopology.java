package dev.linchpin.dashboard.chain;

import dev.linchpin.stream.AnyTime;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.time.Clock;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/** The topics about chains in, chains in state stores; nothing out. */
final class ChainTopology {
  private static final String CHAINS = "chains";
  private static final String STEPS = "steps";
  private static final String SCORES = "scores";
  private static final String ABLATIONS = "ablations";
  private static final String KEEP_CHAINS = "keep-chains";
  private static final ByteArrayDeserializer RAW = new ByteArrayDeserializer();

  private final Topics topics;
  private final WireFormat wire;
  private final ChainRules rules;
  private final Clock clock;
  private final Patience patience;

  ChainTopology(Topics topics, WireFormat wire, ChainRules rules, Clock clock, Patience patience) {
    this.topics = topics;
    this.wire = wire;
    this.rules = rules;
    this.clock = clock;
    this.patience = patience;
  }

  Topology build(StoreKind stores) {
    Topology topology = new Topology();
    source(topology, CHAINS, topics.chains());
    source(topology, STEPS, topics.steps());
    source(topology, SCORES, topics.scores());
    source(topology, ABLATIONS, topics.ablations());
    topology.addProcessor(KEEP_CHAINS, this::processor, CHAINS, STEPS, SCORES, ABLATIONS);
    ChainShelf.builders(stores).forEach(store -> topology.addStateStore(store, KEEP_CHAINS));
    return topology;
  }

  /** What retention would forget at once is not read. */
  private void source(Topology topology, String name, Topic<?> topic) {
    AutoOffsetReset recent = AutoOffsetReset.byDuration(rules.retention().age());
    topology.addSource(recent, name, new AnyTime(), RAW, RAW, topic.name());
  }

  private ChainProcessor processor() {
    return new ChainProcessor(new ChainRecordReader(topics, wire, patience), rules, clock);
  }
}
