package dev.linchpin.scoring;

import static dev.linchpin.scoring.Samples.MODEL;
import static dev.linchpin.scoring.Samples.SHAPE;
import static dev.linchpin.scoring.Samples.WEIGHTS;
import static dev.linchpin.scoring.Samples.captured;
import static dev.linchpin.scoring.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerMean;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Packing;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.wire.DeadLetter;
import dev.linchpin.wire.StepScored;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LeanRecordsTest {
  private static final float[] VALUES = {0.5f, -0.25f, 1.5f, 0.75f};

  private ScoringWorld world;

  @BeforeEach
  void open() throws Exception {
    world = new ScoringWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldScoreEveryNumberFormatAlike(NumberFormat format) {
    // Given
    world.publish(Samples.champion("main", 1));
    double expected = 1 / (1 + Math.exp(-2.5));

    // When
    world.capture(captured("a", 0, StepActivations.encode(SHAPE, format, VALUES)));

    // Then
    assertThat(world.scores())
        .singleElement()
        .extracting(StepScored::score)
        .satisfies(score -> assertThat(score).isCloseTo(expected, within(0.002)));
  }

  @Test
  void shouldScorePackedActivationsAsThoseThatAreNot() {
    // Given
    CaptureShape wide = new CaptureShape(4, 100, Pooling.MEAN);
    world.publish(Samples.probe("main", 1, ProbeStatus.CHAMPION, WEIGHTS, wide));
    float[] values = new float[400];
    values[17] = 0.5f;
    StepActivations plain = StepActivations.encode(wide, NumberFormat.BF16, values);

    // When
    world.capture(captured("a", 0, plain), captured("a", 1, plain.packed()));

    // Then
    assertThat(plain.packed().packing()).isEqualTo(Packing.SHUFFLED_ZSTD);
    List<Double> scores = world.scores().stream().map(StepScored::score).toList();
    assertThat(scores).hasSize(2);
    assertThat(scores.get(1)).isEqualTo(scores.get(0));
  }

  @Test
  void shouldScoreALayerMeanAsTheFullRecord() {
    // Given
    world.publish(layerMeanProbe());
    StepActivations mean =
        StepActivations.encode(SHAPE.mean(), NumberFormat.BF16, LayerMean.of(VALUES, 2));

    // When
    world.capture(step("a", 0, VALUES), captured("a", 1, mean));

    // Then
    List<Double> scores = world.scores().stream().map(StepScored::score).toList();
    assertThat(scores).hasSize(2);
    assertThat(scores.get(1)).isEqualTo(scores.get(0));
  }

  @Test
  void shouldNotScoreALayerMeanByAProbeOnAllLayers() {
    // Given
    world.publish(Samples.champion("main", 1));

    // When
    world.capture(
        captured("a", 0, StepActivations.encode(SHAPE.mean(), NumberFormat.BF16, new float[2])));

    // Then
    assertDeadLetter("PROBE_FOR_OTHER_SHAPE", "selection=mean of all");
  }

  @Test
  void shouldNotScoreOtherLayersOfTheSameNumber() {
    // Given
    CaptureShape trained = selected(1, 3);
    world.publish(Samples.probe("main", 1, ProbeStatus.CHAMPION, WEIGHTS, trained));

    // When
    world.capture(
        captured("a", 0, StepActivations.encode(selected(1, 2), NumberFormat.F32, VALUES)),
        captured("a", 1, StepActivations.encode(trained, NumberFormat.F32, VALUES)));

    // Then
    assertThat(world.scores()).extracting(s -> s.step().stepIndex()).containsExactly(1);
    assertDeadLetter("PROBE_FOR_OTHER_SHAPE", "selection=1,2");
  }

  @Test
  void shouldSetACorruptPackedTensorAside() {
    // Given
    world.publish(Samples.champion("main", 1));
    ByteBuffer noFrame = ByteBuffer.wrap(new byte[] {1, 2, 3});

    // When
    world.capture(
        captured(
            "a", 0, new StepActivations(SHAPE, NumberFormat.BF16, Packing.SHUFFLED_ZSTD, noFrame)));

    // Then
    assertDeadLetter("PACKED_TENSOR", "expected a zstd frame of 8 bytes");
  }

  @Test
  void shouldSetAnInt8BlockWithoutAFiniteScaleAside() {
    // Given
    world.publish(Samples.champion("main", 1));
    float[] values = {1, Float.NaN, 1, 1};

    // When
    world.capture(captured("a", 0, StepActivations.encode(SHAPE, NumberFormat.INT8, values)));

    // Then
    assertDeadLetter("NON_FINITE_ACTIVATIONS", "expected finite values, got NaN");
  }

  private void assertDeadLetter(String reason, String message) {
    assertThat(world.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              DeadLetter read = DeadLetter.of(letter.headers());
              assertThat(read.reason()).isEqualTo(reason);
              assertThat(read.message()).contains(message);
            });
  }

  private static CaptureShape selected(Integer... layers) {
    return LayerSelection.of(List.of(layers)).shape(4, 2, Pooling.MEAN);
  }

  private static ProbeRelease layerMeanProbe() {
    return new ProbeRelease(
        new ProbeId(MODEL, "mean", 1),
        WEIGHTS,
        new ProbeInput(SHAPE, LayerView.LAYER_MEAN),
        new LinearProbe(new float[] {1, 2}, 0.25f),
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(Samples.COMPLETED));
  }
}
