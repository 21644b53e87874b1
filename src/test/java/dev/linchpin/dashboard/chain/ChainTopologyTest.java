package dev.linchpin.dashboard.chain;

import static dev.linchpin.dashboard.chain.ChainSamples.BEGAN;
import static dev.linchpin.dashboard.chain.ChainSamples.ablated;
import static dev.linchpin.dashboard.chain.ChainSamples.completed;
import static dev.linchpin.dashboard.chain.ChainSamples.finished;
import static dev.linchpin.dashboard.chain.ChainSamples.scored;
import static dev.linchpin.dashboard.chain.ChainSamples.started;
import static dev.linchpin.dashboard.chain.ChainSamples.writtenAt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.stream.FakeRegistry;
import dev.linchpin.stream.StoreKind;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChainTopologyTest {
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final Topics topics = new Topics("test.", 1);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @TempDir private Path folder;
  private FakeRegistry registry;
  private WireFormat wire;
  private TopologyTestDriver driver;

  @BeforeEach
  void start() throws IOException {
    registry = new FakeRegistry();
    wire = new WireFormat(registry.settings());
    Properties settings = new Properties();
    settings.put("application.id", "test");
    settings.put("bootstrap.servers", "nowhere:1");
    settings.put("state.dir", folder.toString());
    Retention retention = new Retention(2, Duration.ofHours(1));
    driver =
        new TopologyTestDriver(
            topology(topics, wire, retention).build(Stores::inMemoryKeyValueStore),
            settings,
            BEGAN);
  }

  @AfterEach
  void end() {
    driver.close();
    registry.close();
  }

  @Test
  void shouldBeTheTopologyThatWasReviewed() throws IOException {
    String described =
        topology(Topics.DEFAULT, wire, Retention.DEFAULT)
            .build(StoreKind.PERSISTENT)
            .describe()
            .toString();

    assertThat(described.strip()).isEqualTo(reviewed());
  }

  @Test
  void shouldPutAChainTogetherWhateverTheOrderOfItsRecords() {
    // Given
    send(topics.scores(), "c", scored("c", 0, 0.9), writtenAt(0));
    send(topics.ablations(), "c", ablated("c", AblationMethod.INFLUENCE, StepLabel.IMPORTANT));
    send(topics.chains(), "c", finished("c", 1));
    send(topics.steps(), "c", completed("c", 0));

    // When
    send(topics.chains(), "c", started("c"));

    // Then
    ChainView chain = reading().chain("c").orElseThrow();
    assertThat(chain.prompt()).contains("Find g?");
    assertThat(chain.state()).isEqualTo(ChainState.FINISHED);
    assertThat(chain.steps())
        .singleElement()
        .extracting(StepView::text)
        .isEqualTo(Optional.of("step 0"));
    assertThat(chain.steps().get(0).leadTimeMs()).hasValue(400);
    assertThat(chain.ablations()).hasSize(1);
  }

  @Test
  void shouldListTheNewestFirstAndGoOnAfterACursor() {
    // Given
    for (int i = 0; i < 3; i++) {
      send(topics.chains(), "c" + i, started("c" + i, "tiny", BEGAN.plusSeconds(i)));
    }

    // When
    List<ChainSummary> first = reading().newest(ChainFilter.ALL, Optional.empty(), 2);

    // Then
    assertThat(first).extracting(ChainSummary::chainId).containsExactly("c2", "c1");
    Optional<ChainCursor> after = Optional.of(ChainCursor.of(first.get(1)));
    assertThat(reading().newest(ChainFilter.ALL, after, 2))
        .extracting(ChainSummary::chainId)
        .containsExactly("c0");
  }

  @Test
  void shouldFindChainsByModelVerdictScoreAndText() {
    // Given
    send(topics.chains(), "a", started("a"));
    send(topics.steps(), "a", completed("a", 0, "Recall X"));
    send(topics.scores(), "a", scored("a", 0, 0.1), writtenAt(0));
    send(topics.chains(), "b", started("b", "other", BEGAN));
    send(topics.scores(), "b", scored("b", 0, 0.9), writtenAt(0));

    // Then
    assertThat(found(filter("other", null, null, 0, 1))).containsExactly("b");
    assertThat(found(filter(null, Verdict.REMOVABLE, null, 0, 1))).containsExactly("a");
    assertThat(found(filter(null, null, "recall x", 0, 1))).containsExactly("a");
    assertThat(found(filter(null, null, null, 0.8, 1))).containsExactly("b");
    assertThat(found(filter(null, Verdict.REMOVABLE, null, 0.8, 1))).isEmpty();
  }

  @Test
  void shouldForgetTheOldestChainsBeyondTheNumberKept() {
    // Given
    for (int i = 0; i < 4; i++) {
      send(topics.chains(), "c" + i, started("c" + i, "tiny", BEGAN.plusSeconds(i)));
      send(topics.steps(), "c" + i, completed("c" + i, 0));
    }

    // When
    driver.advanceWallClockTime(SWEEP);

    // Then
    assertThat(found(ChainFilter.ALL)).containsExactly("c3", "c2");
    assertThat(reading().chain("c0")).isEmpty();
    assertThat(reading().steps("c0")).isEmpty();
  }

  @Test
  void shouldForgetChainsThatAreTooOld() {
    // Given
    send(topics.chains(), "old", started("old", "tiny", BEGAN.minus(Duration.ofHours(2))));
    send(topics.chains(), "new", started("new"));

    // When
    driver.advanceWallClockTime(SWEEP);

    // Then
    assertThat(found(ChainFilter.ALL)).containsExactly("new");
  }

  @Test
  void shouldCountWhatCannotBeReadAndGoOn() {
    // Given
    pipe(topics.steps(), "c", new byte[] {1, 2, 3}, BEGAN);

    // When
    send(topics.chains(), "c", started("c"));

    // Then
    assertThat(meters.counter("skipped").count()).isEqualTo(1);
    assertThat(reading().chain("c")).isPresent();
  }

  @Test
  void shouldKeepNoMoreStepsThanStatedAndSaySo() {
    // Given
    send(topics.chains(), "c", started("c"));

    // When
    send(topics.steps(), "c", completed("c", ChainHead.MOST_STEPS));

    // Then
    ChainView chain = reading().chain("c").orElseThrow();
    assertThat(chain.truncated()).isTrue();
    assertThat(chain.steps()).isEmpty();
  }

  private static ChainFilter filter(
      String model, Verdict verdict, String text, double least, double most) {
    return new ChainFilter(
        Optional.empty(),
        Optional.ofNullable(model),
        Optional.ofNullable(verdict),
        Optional.ofNullable(text),
        least == 0 ? OptionalDouble.empty() : OptionalDouble.of(least),
        most == 1 ? OptionalDouble.empty() : OptionalDouble.of(most));
  }

  private List<String> found(ChainFilter filter) {
    return reading().newest(filter, Optional.empty(), 10).stream()
        .map(ChainSummary::chainId)
        .toList();
  }

  private ChainReading reading() {
    return new ChainReading(
        driver.getKeyValueStore(ChainReading.HEADS),
        driver.getKeyValueStore(ChainReading.STEPS),
        driver.getKeyValueStore(ChainReading.TIMES));
  }

  private ChainTopology topology(Topics catalogue, WireFormat format, Retention retention) {
    ChainRules rules = new ChainRules(retention, Exposure.TEXT, meters.counter("skipped"));
    Clock clock = Clock.fixed(BEGAN.plusSeconds(30), ZoneOffset.UTC);
    return new ChainTopology(
        catalogue, format, rules, clock, new Patience(time -> {}, () -> false));
  }

  private <V> void send(Topic<V> topic, String key, V value) {
    send(topic, key, value, BEGAN);
  }

  private <V> void send(Topic<V> topic, String key, V value, Instant at) {
    pipe(topic, key, wire.serde(topic).serializer().serialize(topic.name(), value), at);
  }

  private void pipe(Topic<?> topic, String key, byte[] value, Instant at) {
    driver
        .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value, at));
  }

  private static String reviewed() throws IOException {
    try (InputStream file = ChainTopologyTest.class.getResourceAsStream("topology.txt")) {
      return new String(file.readAllBytes(), UTF_8).strip();
    }
  }
}
