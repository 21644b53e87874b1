package dev.linchpin.training;

import static dev.linchpin.training.LabelledSamples.COMPLETED;
import static dev.linchpin.training.LabelledSamples.MODEL;
import static dev.linchpin.training.LabelledSamples.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.stream.LiveTopics;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepProjected;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Labels and the activations that they point to, both from the log. */
@Timeout(120)
final class TrainingDataTest {
  private static final CaptureShape SHAPE = new CaptureShape(2, 2, Pooling.MEAN);
  private static final TrainingTarget TARGET = new TrainingTarget(MODEL, WEIGHTS, SHAPE);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir private Path cache;
  private LiveTopics world;
  private Topic<ActivationsEvent> activations;
  private TrainingData data;
  private LabelLog labels;

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start(folder);
    registry = EmbeddedRegistry.start(kafka.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new LiveTopics(kafka, registry, test.getTestMethod().orElseThrow().getName() + ".");
    activations = world.topics.activations();
    Cluster cluster = new Cluster(world.client, world.topics);
    Patience none = Patience.until(() -> true);
    data = new TrainingData(cluster, TARGET, cache, none);
    labels = new LabelLog(cluster, none);
  }

  @AfterEach
  void close() {
    labels.close();
    data.close();
    world.close();
  }

  @Test
  void shouldFetchTheActivationsOfEveryLabel() {
    // Given
    data.put(label("b", 0, true, capture(2, "b", 0, 1, 2, 3, 4)));
    data.put(label("a", 1, false, capture(0, "a", 1, 5, 6, 7, 8)));
    data.put(label("a", 0, true, capture(0, "a", 0, -1, -2, -3, -4)));

    // When
    Losses losses = data.fetch();

    // Then
    assertThat(losses).isEqualTo(Losses.NONE);
    assertThat(data.usable()).isEqualTo(3);
    assertThat(rows(ProbeInput.layerwise(SHAPE)))
        .containsExactly(
            "a true [-1.0, -2.0, -3.0, -4.0]",
            "a false [5.0, 6.0, 7.0, 8.0]",
            "b true [1.0, 2.0, 3.0, 4.0]");
    assertThat(rows(new ProbeInput(SHAPE, LayerView.LAYER_MEAN)))
        .containsExactly("a true [-2.0, -3.0]", "a false [6.0, 7.0]", "b true [2.0, 3.0]");
  }

  @Test
  void shouldCountWhatCannotBeHadAndUseTheRest() {
    // Given
    LogAddress deleted = capture(0, "deleted", 0, 0, 0, 0, 0);
    LogAddress kept = capture(0, "kept", 0, 1, 2, 3, 4);
    LogAddress last = capture(0, "last", 0, 9, 9, 9, 9);
    world.deleteBefore(activations, 0, kept.offset());
    data.put(label("deleted", 0, true, deleted));
    data.put(label("kept", 0, true, kept));
    data.put(label("beyond", 0, true, new LogAddress(0, last.offset() + 1)));
    data.put(label("nowhere", 0, true, new LogAddress(99, 0)));
    data.put(label("otherStep", 1, true, last));
    data.put(label("otherWeights", 0, true, append(1, captured("otherWeights", "beef", SHAPE))));
    data.put(label("otherShape", 0, true, append(1, captured("otherShape", WEIGHTS, wide()))));
    data.put(label("bytes", 0, true, world.append(activations, 1, new byte[] {0, 1})));
    data.put(label("short", 0, true, append(1, shortened("short"))));
    data.put(label("nan", 0, true, capture(1, "nan", 0, 1, Float.NaN, 3, 4)));

    // When
    Losses losses = data.fetch();

    // Then
    assertThat(losses).isEqualTo(new Losses(3, 3, 3, 0, 0));
    assertThat(data.usable()).isEqualTo(1);
    assertThat(rows(ProbeInput.layerwise(SHAPE))).containsExactly("kept true [1.0, 2.0, 3.0, 4.0]");
    assertThat(data.fetch()).as("looked for once").isEqualTo(Losses.NONE);
  }

  @Test
  void shouldCountWhatLiesInNoStoreAndWhatWasProjected() throws Exception {
    // Given
    Path store = Files.createDirectories(cache.resolve("store"));
    LogAddress missing = append(0, claimed("missing", store));
    try (Stream<Path> objects = Files.walk(store)) {
      objects.filter(Files::isRegularFile).forEach(object -> object.toFile().delete());
    }
    data.close();
    data = dataWith(store);
    data.put(label("missing", 0, true, missing));
    data.put(label("there", 0, true, append(0, claimed("there", store))));
    data.put(label("projected", 0, true, append(0, projected("projected"))));

    // When
    Losses losses = data.fetch();

    // Then
    assertThat(losses).isEqualTo(new Losses(0, 0, 0, 1, 1));
    assertThat(rows(ProbeInput.layerwise(SHAPE)))
        .containsExactly("there true [5.0, 6.0, 7.0, 8.0]");
  }

  private TrainingData dataWith(Path store) {
    Map<String, Object> client = new HashMap<>(world.client);
    client.put(WireFormat.CLAIM_STORE, store.toString());
    return new TrainingData(
        new Cluster(client, world.topics), TARGET, cache, Patience.until(() -> true));
  }

  private byte[] claimed(String chainId, Path store) {
    Map<String, Object> client = new HashMap<>(world.client);
    client.put(WireFormat.CLAIM_STORE, store.toString());
    client.put(WireFormat.CLAIM_ABOVE, "8");
    ActivationsCaptured step =
        new ActivationsCaptured(
            new StepRef(chainId, 0),
            MODEL,
            WEIGHTS,
            COMPLETED,
            StepActivations.encode(SHAPE, NumberFormat.F32, new float[] {5, 6, 7, 8}));
    return new WireFormat(client).serde(activations).serializer().serialize("claimed", step);
  }

  private byte[] projected(String chainId) {
    return world.bytes(
        activations,
        new StepProjected(
            new StepRef(chainId, 0),
            WEIGHTS,
            COMPLETED,
            new ProbeId(MODEL, "main", 1),
            OptionalDouble.empty(),
            new float[] {1}));
  }

  private LogAddress append(int partition, byte[] value) {
    return world.append(activations, partition, value);
  }

  @Test
  void shouldPassOverLabelsOfOtherModels() {
    StepLabelled label = label("a", 0, true, capture(0, "a", 0, 1, 2, 3, 4));
    TrainingTarget other = new TrainingTarget(MODEL, "beef", SHAPE);
    Cluster cluster = new Cluster(world.client, world.topics);

    try (TrainingData others =
        new TrainingData(cluster, other, cache.resolve("other"), Patience.until(() -> true))) {
      others.put(label);

      assertThat(others.fetch()).isEqualTo(Losses.NONE);
      assertThat(others.usable()).isZero();
    }
  }

  @Test
  void shouldKeepTheNewestRecordOfAStep() {
    // Given
    LogAddress first = capture(0, "a", 0, 1, 1, 1, 1);
    LogAddress second = capture(0, "a", 0, 2, 2, 2, 2);
    publish(label("a", 0, false, first));
    publish(label("a", 1, false, capture(0, "a", 1, 3, 3, 3, 3)));
    labels.readToEnd(data::put);
    assertThat(data.fetch()).isEqualTo(Losses.NONE);
    assertThat(rows(ProbeInput.layerwise(SHAPE)))
        .containsExactly("a false [1.0, 1.0, 1.0, 1.0]", "a false [3.0, 3.0, 3.0, 3.0]");

    // When
    publish(label("a", 1, true, new LogAddress(99, 0)));
    publish(label("a", 0, true, first));
    publish(label("a", 0, true, second));
    labels.readToEnd(data::put);

    // Then
    assertThat(data.fetch()).isEqualTo(new Losses(1, 0, 0, 0, 0));
    assertThat(rows(ProbeInput.layerwise(SHAPE))).containsExactly("a true [2.0, 2.0, 2.0, 2.0]");
  }

  @Test
  void shouldReadLabelsAsTheyComeAndCountThoseThatAreNone() {
    // Given
    List<StepRef> steps = new ArrayList<>();
    publish(label("a", 0, true, new LogAddress(0, 0)));
    world.send(world.topics.labels(), "x", new byte[] {1, 2, 3});
    world.send(world.topics.labels(), "y", (byte[]) null);
    labels.readToEnd(label -> steps.add(label.step()));
    assertThat(steps).containsExactly(new StepRef("a", 0));
    assertThat(labels.malformed()).isEqualTo(1);

    // When
    publish(label("a", 1, true, new LogAddress(0, 1)));
    publish(label("a", 2, true, new LogAddress(0, 2)));
    while (steps.size() < 3) {
      labels.poll(Duration.ofSeconds(1), label -> steps.add(label.step()));
    }

    // Then
    assertThat(steps).endsWith(new StepRef("a", 1), new StepRef("a", 2)).hasSize(3);
    labels.readToEnd(label -> steps.add(label.step()));
    assertThat(steps).hasSize(3);
  }

  @Test
  void shouldCountWhatCameAfterAnInstant() {
    data.put(label("a", 0, true, capture(0, "a", 0, 1, 2, 3, 4)));
    data.put(
        LabelledSamples.label(
            new StepRef("b", 0), true, capture(0, "b", 0, 1, 2, 3, 4), COMPLETED.plusSeconds(60)));
    assertThat(data.fetch()).isEqualTo(Losses.NONE);

    assertThat(data.usableSince(COMPLETED)).isEqualTo(2);
    assertThat(data.usableSince(COMPLETED.plus(LabelledSamples.DELAY))).isEqualTo(1);
    assertThat(data.usableSince(COMPLETED.plusSeconds(100))).isZero();
  }

  private List<String> rows(ProbeInput input) {
    Examples examples = data.examples(input);
    float[] row = new float[examples.inputs()];
    return IntStream.range(0, examples.size())
        .mapToObj(
            i -> {
              examples.row(i, row);
              return examples.chainId(i) + " " + examples.important(i) + " " + Arrays.toString(row);
            })
        .toList();
  }

  private static StepLabelled label(String chainId, int step, boolean important, LogAddress at) {
    return LabelledSamples.label(new StepRef(chainId, step), important, at, COMPLETED);
  }

  private void publish(StepLabelled label) {
    world.send(world.topics.labels(), label.step().chainId(), label);
  }

  private LogAddress capture(int partition, String chainId, int step, float... values) {
    return append(
        partition,
        new ActivationsCaptured(
            new StepRef(chainId, step),
            MODEL,
            WEIGHTS,
            COMPLETED,
            StepActivations.encode(SHAPE, NumberFormat.F32, values)));
  }

  private static ActivationsCaptured captured(
      String chainId, String fingerprint, CaptureShape shape) {
    return new ActivationsCaptured(
        new StepRef(chainId, 0),
        MODEL,
        fingerprint,
        COMPLETED,
        StepActivations.encode(shape, NumberFormat.BF16, new float[shape.size()]));
  }

  /** Activations with a byte too few. */
  private static ActivationsCaptured shortened(String chainId) {
    return new ActivationsCaptured(
        new StepRef(chainId, 0),
        MODEL,
        WEIGHTS,
        COMPLETED,
        new StepActivations(SHAPE, NumberFormat.F32, new byte[15]));
  }

  private static CaptureShape wide() {
    return new CaptureShape(2, 3, Pooling.MEAN);
  }

  private LogAddress append(int partition, ActivationsCaptured value) {
    return world.append(activations, partition, world.bytes(activations, value));
  }
}
