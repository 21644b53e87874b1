package dev.linchpin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against the definition: the logit without a layer, computed whole. */
final class LayerContributionsTest {
  private static final int LAYERS = 3;
  private static final int HIDDEN = 5;
  private static final int UNITS = 4;
  private static final CaptureShape SHAPE = new CaptureShape(LAYERS, HIDDEN, Pooling.MEAN);

  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource(LayerView.class)
  void shouldBeWhatTheLogitLosesWithoutALayer(LayerView view) {
    // Given
    ProbeInput input = new ProbeInput(SHAPE, view);
    ProbeRelease release = release(input, mlp(input.size()), Optional.of(reference(input.size())));
    float[] activations = normal(LAYERS * HIDDEN);

    // When
    float[] contributions = new LayerContributions(release).of(activations);

    // Then
    float whole = release.probe().logit(input.of(activations));
    for (int layer = 0; layer < LAYERS; layer++) {
      float[] without = activations.clone();
      float[] mean = release.reference().orElseThrow().mean();
      int from = view == LayerView.LAYERWISE ? layer * HIDDEN : 0;
      System.arraycopy(mean, from, without, layer * HIDDEN, HIDDEN);
      float loss = whole - release.probe().logit(input.of(without));
      assertThat(contributions[layer]).isCloseTo(loss, within(1e-4f));
    }
  }

  @Test
  void shouldAddUpToTheLogitOfALinearProbeWithoutABias() {
    // Given
    LinearProbe probe = new LinearProbe(normal(LAYERS * HIDDEN), 0);
    ProbeRelease release = release(ProbeInput.layerwise(SHAPE), probe, Optional.empty());
    float[] activations = normal(LAYERS * HIDDEN);

    // When
    float[] contributions = new LayerContributions(release).of(activations);

    // Then
    double sum = IntStream.range(0, LAYERS).mapToDouble(layer -> contributions[layer]).sum();
    assertThat(sum).isCloseTo(probe.logit(activations), within(1e-4));
  }

  private MlpProbe mlp(int inputs) {
    return new MlpProbe(inputs, normal(UNITS * inputs), normal(UNITS), normal(UNITS), 0.3f);
  }

  private TrainingReference reference(int inputs) {
    double[] shares = new double[10];
    shares[0] = 1;
    return new TrainingReference(normal(inputs), ones(inputs), shares, 1, 0.5);
  }

  private static ProbeRelease release(
      ProbeInput input, Probe probe, Optional<TrainingReference> reference) {
    return new ProbeRelease(
        new ProbeId("tiny", "main", 1),
        "f00d",
        input,
        probe,
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of(),
        reference,
        ProbeLifecycle.firstChampion(Instant.EPOCH));
  }

  private float[] normal(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] ones(int length) {
    float[] values = new float[length];
    Arrays.fill(values, 1f);
    return values;
  }
}
