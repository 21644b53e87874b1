package dev.linchpin.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.stream.FakeRegistry;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in a test driver, with a registry and a time of records of its own. */
final class AlertWorld implements AutoCloseable {
  static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  final Topics topics = new Topics("test.", 1);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final FakeRegistry registry = new FakeRegistry();
  private final WireFormat wire;
  // One a topic: each asks the registry once.
  private final Map<String, Serializer<?>> serializers = new HashMap<>();
  private final TopologyTestDriver driver;

  AlertWorld(Path folder) throws IOException {
    Map<String, String> client = new HashMap<>(registry.settings());
    client.put("bootstrap.servers", "nowhere:1");
    client.put("state.dir", folder.toString());
    AlertSettings settings = new AlertSettings("test", client, 1);
    wire = new WireFormat(settings.client());
    Patience patience = new Patience(time -> {}, () -> false);
    driver =
        new TopologyTestDriver(
            new AlertTopology(topics, settings, meters, patience).build(),
            settings.streams(),
            START);
  }

  void score(StepScored score, Instant writtenAt) {
    send(topics.scores(), score.step().chainId(), bytes(topics.scores(), score), writtenAt);
  }

  void act(Action action, String target, String detail) {
    OperatorActed acted = new OperatorActed(START, "ada", action, target, detail);
    send(topics.audit(), target, acted);
  }

  <V> void send(Topic<V> topic, String key, V value) {
    send(topic, key, bytes(topic, value), START);
  }

  void send(Topic<?> topic, String key, byte[] value, Instant time) {
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, time));
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** What was published since the last call. */
  List<TestRecord<byte[], IncidentChanged>> incidents() {
    return driver
        .createOutputTopic(
            topics.incidents().name(),
            new ByteArrayDeserializer(),
            wire.serde(topics.incidents()).deserializer())
        .readRecordsToList();
  }

  double count(String meter, String... tags) {
    return meters.counter(meter, tags).count();
  }

  @Override
  public void close() {
    driver.close();
    registry.close();
  }

  @SuppressWarnings("unchecked")
  private <V> byte[] bytes(Topic<V> topic, V value) {
    Serializer<V> serializer =
        (Serializer<V>)
            serializers.computeIfAbsent(topic.name(), name -> wire.serde(topic).serializer());
    return serializer.serialize(topic.name(), value);
  }
}
