package dev.linchpin.labelling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.stream.FakeRegistry;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology in a test driver, with a registry and a time of records of its own. State is in
 * memory: the driver flushes it after every record.
 */
final class LabelsWorld implements AutoCloseable {
  static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  final Topics topics = new Topics("test.", 1);
  final FakeRegistry registry;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Duration> waits = new ArrayList<>();

  private final WireFormat wire;
  // One a topic: each asks the registry once.
  private final Map<String, Serializer<?>> serializers = new HashMap<>();
  private final TopologyTestDriver driver;
  private Instant now = START;

  LabelsWorld(Path folder) throws IOException {
    this(folder, LabellingRules.DEFAULT);
  }

  LabelsWorld(Path folder, LabellingRules rules) throws IOException {
    registry = new FakeRegistry();
    Map<String, String> client = new HashMap<>(registry.settings());
    client.put("bootstrap.servers", "nowhere:1");
    client.put("state.dir", folder.toString());
    LabellingSettings settings = new LabellingSettings("test", client, 1, rules);
    wire = new WireFormat(settings.client());
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    Patience patience = new Patience(waits::add, () -> false);
    driver =
        new TopologyTestDriver(
            new LabellingTopology(topics, settings, meters, clock, patience)
                .build(Stores::inMemoryKeyValueStore),
            settings.streams(),
            START);
  }

  /** The default rules but for retention and window. */
  static LabellingRules rules(Duration retention, int window) {
    LabellingRules d = LabellingRules.DEFAULT;
    return new LabellingRules(
        d.method(), d.measure(), retention, window, d.evaluationInterval(), d.alarms());
  }

  /** Records from here on are later by so much. */
  void pass(Duration time) {
    now = now.plus(time);
  }

  void score(StepScored... scores) {
    for (StepScored score : scores) {
      send(topics.scores(), score.step().chainId(), score);
    }
  }

  void ablate(ChainAblated... ablations) {
    for (ChainAblated ablation : ablations) {
      send(topics.ablations(), ablation.chainId(), ablation);
    }
  }

  void publish(ProbeRelease release) {
    send(topics.probes(), release.id().key(), release);
  }

  <V> void send(Topic<V> topic, String key, V value) {
    send(topic, key.getBytes(UTF_8), bytes(topic, value));
  }

  void send(Topic<?> topic, byte[] key, byte[] value) {
    input(topic).pipeInput(new TestRecord<>(key, value, now));
  }

  @SuppressWarnings("unchecked")
  <V> byte[] bytes(Topic<V> topic, V value) {
    Serializer<V> serializer =
        (Serializer<V>)
            serializers.computeIfAbsent(topic.name(), name -> wire.serde(topic).serializer());
    return serializer.serialize(topic.name(), value);
  }

  /** Labels since the last call. */
  List<StepLabelled> labels() {
    return records(topics.labels()).stream().map(TestRecord::value).toList();
  }

  /** The last label of each step since the last call. */
  Map<StepRef, StepLabelled> lastLabels() {
    Map<StepRef, StepLabelled> last = new LinkedHashMap<>();
    labels().forEach(label -> last.put(label.step(), label));
    return last;
  }

  /** The evaluations that the next interval brings. */
  List<TestRecord<byte[], ProbeEvaluated>> evaluations() {
    driver.advanceWallClockTime(LabellingRules.DEFAULT.evaluationInterval());
    return records(topics.evaluations());
  }

  /** The evaluation of a version that the next interval brings. */
  ProbeEvaluated evaluation(ProbeId probe) {
    return evaluations().stream()
        .map(TestRecord::value)
        .filter(evaluated -> evaluated.probe().equals(probe))
        .findFirst()
        .orElseThrow();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return records(topics.deadLetters(), new ByteArrayDeserializer());
  }

  <V> List<TestRecord<byte[], V>> records(Topic<V> topic) {
    return records(topic, wire.serde(topic).deserializer());
  }

  /** Entries of the stores about chains. */
  int chainState() {
    return Stream.of(ChainStores.SCORED_STEPS, ChainStores.ABLATED_CHAINS, ChainStores.CHAIN_TIMES)
        .mapToInt(this::size)
        .sum();
  }

  int size(String store) {
    int size = 0;
    try (KeyValueIterator<?, ?> all = driver.getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        all.next();
        size++;
      }
    }
    return size;
  }

  double count(String meter, String... tags) {
    return meters.counter(meter, tags).count();
  }

  double gauge(String meter, String... tags) {
    return meters.get(meter).tags(tags).gauge().value();
  }

  @Override
  public void close() {
    driver.close();
    registry.close();
  }

  private <V> List<TestRecord<byte[], V>> records(Topic<?> topic, Deserializer<V> reader) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), reader)
        .readRecordsToList();
  }

  private TestInputTopic<byte[], byte[]> input(Topic<?> topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }
}
