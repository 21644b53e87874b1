package dev.linchpin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ProbeTest {

  @Test
  void shouldWeighAndAddForALinearProbe() {
    LinearProbe probe = new LinearProbe(new float[] {1, 2, 3, 4, 5}, 0.5f);

    assertThat(probe.logit(new float[] {1, 0, -1, 2, 1})).isEqualTo(0.5f + 1 - 3 + 8 + 5);
  }

  @Test
  void shouldCutNegativeUnitsOfAnMlp() {
    MlpProbe probe =
        new MlpProbe(
            2, new float[] {1, 1, -1, -1}, new float[] {0.5f, 0.5f}, new float[] {2, 100}, -1f);

    assertThat(probe.logit(new float[] {1, 2})).isEqualTo(2 * 3.5f - 1);
  }

  @Test
  void shouldAgreeWithDoublePrecisionWhateverTheNumberOfInputs() {
    Random random = new Random(3);
    for (int inputs = 1; inputs < 20; inputs++) {
      float[] weights = floats(random, inputs);
      float[] x = floats(random, inputs);
      double expected = 0;
      for (int i = 0; i < inputs; i++) {
        expected += (double) weights[i] * x[i];
      }

      assertThat((double) new LinearProbe(weights, 0f).logit(x)).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void shouldRefuseActivationsOfAnotherSize() {
    Probe linear = new LinearProbe(new float[2], 0f);
    Probe mlp = new MlpProbe(2, new float[2], new float[1], new float[1], 0f);

    assertThatThrownBy(() -> linear.logit(new float[3]))
        .hasMessage("expected 2 activations, got 3");
    assertThatThrownBy(() -> mlp.logit(new float[1])).hasMessage("expected 2 activations, got 1");
  }

  @Test
  void shouldRefuseWeightsThatDoNotFitTogether() {
    assertThatThrownBy(() -> new LinearProbe(new float[0], 0f))
        .hasMessage("expected at least one weight, got none");
    assertThatThrownBy(() -> new MlpProbe(2, new float[5], new float[2], new float[2], 0f))
        .hasMessage("expected w1 [units, 2], b1 [units], w2 [units]; got 5, 2 and 2 values");
    assertThatThrownBy(() -> new MlpProbe(1, new float[0], new float[0], new float[0], 0f))
        .hasMessageStartingWith("expected w1 [units, 1]");
  }

  @Test
  void shouldScaleAndSquashLogits() {
    Calibration calibration = new Calibration(2, -1);

    assertThat(calibration.probability(0.5)).isEqualTo(0.5);
    assertThat(calibration.probability(-1000)).isZero();
    assertThat(calibration.probability(1000)).isEqualTo(1);
    assertThat(Calibration.IDENTITY.probability(Math.log(3))).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void shouldRefuseACalibrationThatTurnsTheOrder() {
    assertThatThrownBy(() -> new Calibration(-1, 0))
        .hasMessage("expected a positive slope and a finite intercept, got -1.0 and 0.0");
    assertThatThrownBy(() -> new Calibration(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldJudgeByTwoThresholdsThatBelongToTheirVerdicts() {
    Thresholds thresholds = new Thresholds(0.2, 0.8);

    assertThat(thresholds.verdict(0.2)).isEqualTo(Verdict.REMOVABLE);
    assertThat(thresholds.verdict(Math.nextUp(0.2))).isEqualTo(Verdict.UNCERTAIN);
    assertThat(thresholds.verdict(Math.nextDown(0.8))).isEqualTo(Verdict.UNCERTAIN);
    assertThat(thresholds.verdict(0.8)).isEqualTo(Verdict.IMPORTANT);
  }

  @Test
  void shouldRefuseThresholdsOutOfOrder() {
    assertThatThrownBy(() -> new Thresholds(0.8, 0.2))
        .hasMessageStartingWith("expected 0 <= removableAtMost < importantAtLeast <= 1");
    assertThatThrownBy(() -> new Thresholds(Double.NaN, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldScoreWithItsCalibration() {
    ProbeRelease release = release(2, Optional.of(1), Map.of());

    assertThat(release.score(new float[] {3, 1})).isEqualTo(new Calibration(1, 1).probability(2));
  }

  @Test
  void shouldRefuseAReleaseThatContradictsItself() {
    assertThatThrownBy(() -> release(3, Optional.empty(), Map.of()))
        .hasMessageContaining("has 2 inputs, its capture shape 3");
    assertThatThrownBy(() -> release(2, Optional.of(4), Map.of()))
        .hasMessageContaining("expected a parent before itself, got version 4");
    assertThatThrownBy(() -> release(2, Optional.empty(), Map.of("auroc", Double.NaN)))
        .hasMessageContaining("expected finite metrics, got auroc = NaN");
  }

  private static ProbeRelease release(
      int hidden, Optional<Integer> parent, Map<String, Double> metrics) {
    return new ProbeRelease(
        new ProbeId("model", "probe", 4),
        "fingerprint",
        ProbeInput.layerwise(new CaptureShape(1, hidden, Pooling.MEAN)),
        new LinearProbe(new float[] {1, -1}, 0f),
        new Calibration(1, 1),
        new Thresholds(0.1, 0.9),
        metrics,
        Optional.empty(),
        new ProbeLifecycle(ProbeStatus.CHAMPION, Instant.EPOCH, parent, Optional.empty()));
  }

  private static float[] floats(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
