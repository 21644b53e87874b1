package dev.linchpin.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.stream.FakeRegistry;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology in a test driver behind the scorer of a consumer, with a registry and a clock that
 * stands still.
 */
final class ScoringWorld implements AutoCloseable {
  final Topics topics = new Topics("test.", 1);
  final FakeRegistry registry;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Duration> waits = new ArrayList<>();

  private final WireFormat wire;
  final PollScorer scorer;
  private final TopologyTestDriver driver;
  private long captured;

  ScoringWorld() throws IOException {
    this(Map.of(), wait -> {});
  }

  /** With more settings of clients, and something that happens while it waits. */
  ScoringWorld(Map<String, String> more, Patience.Pause meanwhile) throws IOException {
    registry = new FakeRegistry();
    Map<String, String> client = new HashMap<>(registry.settings());
    client.putAll(more);
    wire = new WireFormat(client);
    Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    Patience patience =
        new Patience(
            wait -> {
              waits.add(wait);
              meanwhile.of(wait);
            },
            () -> false);
    ScoringSettings settings =
        new ScoringSettings("test", Map.of("bootstrap.servers", "nowhere:1"), 1);
    ScoringTopology topology =
        new ScoringTopology(topics, ScoringMode.live(topics, clock), wire, meters, clock, patience);
    scorer = topology.scorer();
    driver = new TopologyTestDriver(topology.build(), settings.streams());
  }

  void publish(ProbeRelease... releases) {
    for (ProbeRelease release : releases) {
      input(topics.probes()).pipeInput(release.id().key().getBytes(UTF_8), bytes(release));
    }
  }

  void publish(String key, byte[] value) {
    input(topics.probes()).pipeInput(key.getBytes(UTF_8), value);
  }

  void capture(ActivationsEvent... steps) {
    for (ActivationsEvent step : steps) {
      capture(step.step().chainId().getBytes(UTF_8), bytes(step));
    }
  }

  void capture(byte[] key, byte[] value) {
    LogAddress address = new LogAddress(0, captured++);
    RawStep raw =
        new RawStep(
            key, Optional.ofNullable(value).map(ByteBuffer::wrap), Samples.COMPLETED, address);
    byte[] scored = OutputForm.write(scorer.outputs(List.of(raw)).get(0));
    input(topics.activations()).pipeInput(new TestRecord<>(key, scored, Samples.COMPLETED));
  }

  List<StepScored> scores() {
    return values(topics.scores());
  }

  List<StepFlagged> lowImportanceAlerts() {
    return values(topics.lowImportanceAlerts());
  }

  List<StepFlagged> importantAlerts() {
    return values(topics.importantAlerts());
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return records(topics.deadLetters(), new ByteArrayDeserializer());
  }

  <V> List<TestRecord<byte[], V>> records(Topic<V> topic) {
    return records(topic, wire.serde(topic).deserializer());
  }

  double count(String meter, String... tags) {
    return meters.counter(meter, tags).count();
  }

  byte[] bytes(ActivationsEvent step) {
    return wire.serde(topics.activations()).serializer().serialize("test.activations", step);
  }

  byte[] bytes(ProbeRelease release) {
    return wire.serde(topics.probes()).serializer().serialize("test.probes", release);
  }

  @Override
  public void close() {
    driver.close();
    registry.close();
  }

  private <V> List<V> values(Topic<V> topic) {
    return records(topic).stream().map(TestRecord::value).toList();
  }

  private <V> List<TestRecord<byte[], V>> records(Topic<V> topic, Deserializer<V> reader) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), reader)
        .readRecordsToList();
  }

  private TestInputTopic<byte[], byte[]> input(Topic<?> topic) {
    return driver.createInputTopic(
        topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }
}
