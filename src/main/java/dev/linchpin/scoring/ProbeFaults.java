package dev.linchpin.scoring;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.ProbeRelease;
import java.util.stream.Stream;

/** What may be wrong with a probe that could be decoded. */
final class ProbeFaults {
  private ProbeFaults() {}

  /**
   * Checks a probe before it goes live.
   *
   * @param key key of the record that carried it
   * @throws IllegalArgumentException with what was expected and what came
   */
  static void check(ProbeRelease release, String key) {
    if (!release.id().key().equals(key)) {
      throw new IllegalArgumentException(
          "expected key " + release.id().key() + " for " + release.id() + ", got " + key);
    }
    double atZero = release.scoreInputs(new float[release.probe().inputs()]);
    if (Double.isNaN(atZero) || !hasFiniteWeights(release.probe())) {
      throw new IllegalArgumentException("expected finite weights, got NaN or infinity");
    }
  }

  private static boolean hasFiniteWeights(Probe probe) {
    return arrays(probe).allMatch(array -> StepActivations.firstNonFinite(array).isEmpty());
  }

  private static Stream<float[]> arrays(Probe probe) {
    if (probe instanceof LinearProbe linear) {
      return Stream.of(linear.weights(), new float[] {linear.bias()});
    }
    MlpProbe mlp = (MlpProbe) probe;
    return Stream.of(mlp.w1(), mlp.b1(), mlp.w2(), new float[] {mlp.b2()});
  }
}
