package dev.linchpin.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Packing;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.StepReading;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.StepProjected;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EdgeProfileTest {
  private static final CaptureShape SHAPE = new CaptureShape(2, 200, Pooling.MEAN);
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final SampledChains NONE = new SampledChains(0);

  @Test
  void shouldSendWhatTheFirstLayerMakesOfTheRoundedActivations() {
    // Given
    ActivationsCaptured step = step("f1", 1f / 3);
    ProbeRelease champion = champion("f1", SHAPE, 1);

    // When
    ActivationsEvent sent = edge(champion, NONE).outgoing(step);

    // Then
    assertThat(sent)
        .isInstanceOfSatisfying(
            StepProjected.class,
            projected -> {
              assertThat(projected.step()).isEqualTo(step.step());
              assertThat(projected.probe()).isEqualTo(champion.id());
              assertThat(projected.values()).hasSize(3);
              PackedRelease packed = PackedRelease.of(champion);
              List<StepReading> whole = packed.read(List.of(step.activations()), new BatchReader());
              assertThat(packed.score(projected.values()))
                  .isEqualTo(packed.score(whole.get(0).firstLayer()))
                  .isCloseTo(champion.score(step.activations().decode()), within(1e-6));
            });
  }

  @Test
  void shouldSendTheTensorOfASampledChain() {
    // When
    ActivationsEvent sent =
        edge(champion("f1", SHAPE, 1), new SampledChains(1)).outgoing(step("f1", 1));

    // Then
    assertFull(sent);
  }

  @Test
  void shouldSendTheTensorWhileThereIsNoChampion() {
    // Given
    EdgeProfile edge = new EdgeProfile(Optional::empty, NONE, RecordProfile.PACKED);

    // When, Then
    assertFull(edge.outgoing(step("f1", 1)));
  }

  @Test
  void shouldSendTheTensorThatTheChampionDoesNotRead() {
    CaptureShape other = new CaptureShape(1, 200, Pooling.MEAN);

    assertFull(edge(champion("beef", SHAPE, 1), NONE).outgoing(step("f1", 1)));
    assertFull(edge(champion("f1", other, 1), NONE).outgoing(step("f1", 1)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 3e38f})
  void shouldSendTheTensorWhoseValuesWouldNotBeFinite(float value) {
    assertFull(edge(champion("f1", SHAPE, 1), NONE).outgoing(step("f1", value)));
  }

  @Test
  void shouldSampleTheShareAndAlwaysTheSameChains() {
    // Given
    SampledChains twentieth = new SampledChains(0.05);
    SampledChains tenth = new SampledChains(0.1);

    // When
    long sampled = IntStream.range(0, 20_000).filter(i -> twentieth.contains("chain-" + i)).count();

    // Then
    assertThat(sampled / 20_000.0).isCloseTo(0.05, within(0.005));
    assertThat(IntStream.range(0, 20_000).mapToObj(i -> "chain-" + i).filter(twentieth::contains))
        .allMatch(tenth::contains);
    assertThatThrownBy(() -> new SampledChains(1.5)).hasMessageContaining("[0, 1], got 1.5");
  }

  private static void assertFull(ActivationsEvent sent) {
    assertThat(sent)
        .isInstanceOfSatisfying(
            ActivationsCaptured.class,
            step -> assertThat(step.activations().packing()).isEqualTo(Packing.SHUFFLED_ZSTD));
  }

  private static EdgeProfile edge(ProbeRelease champion, SampledChains sampled) {
    return new EdgeProfile(
        () -> Optional.of(PackedRelease.of(champion)), sampled, RecordProfile.PACKED);
  }

  private static ActivationsCaptured step(String fingerprint, float value) {
    float[] values = new float[SHAPE.size()];
    values[7] = value;
    values[8] = value;
    return new ActivationsCaptured(
        new StepRef("chain", 0),
        "tiny",
        fingerprint,
        NOW,
        StepActivations.encode(SHAPE, NumberFormat.BF16, values));
  }

  private static ProbeRelease champion(String fingerprint, CaptureShape shape, float weight) {
    float[] w1 = new float[3 * shape.size()];
    Arrays.fill(w1, weight);
    return new ProbeRelease(
        new ProbeId("tiny", "main", 1),
        fingerprint,
        ProbeInput.layerwise(shape),
        new MlpProbe(shape.size(), w1, new float[] {1, -1, 0}, new float[] {1, 2, -3}, 0.5f),
        Calibration.IDENTITY,
        new Thresholds(0.2, 0.8),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(NOW));
  }
}
