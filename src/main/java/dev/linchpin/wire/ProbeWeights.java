package dev.linchpin.wire;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.TrainingReference;
import dev.linchpin.wire.avro.ProbeKind;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * A classifier as bytes: single precision, little-endian, row-major.
 *
 * @param kind LINEAR: {@code w [inputs], b [1]}; MLP: {@code w1 [units, inputs], b1 [units], w2
 *     [units], b2 [1]}
 * @param units hidden units, 0 for a linear probe
 * @param bytes the values; behind them, where there is a reference, {@code mean [inputs], scale
 *     [inputs]}
 */
record ProbeWeights(ProbeKind kind, int units, ByteBuffer bytes) {

  /**
   * What the bytes hold.
   *
   * @param probe the classifier
   * @param values what comes after it
   */
  record Content(Probe probe, FloatBuffer values) {
    /** The next {@code count} values. */
    float[] take(int count) {
      return FloatBytes.take(values, count);
    }
  }

  static ProbeWeights of(Probe probe, Optional<TrainingReference> reference) {
    float[] mean = reference.map(TrainingReference::mean).orElse(new float[0]);
    float[] scale = reference.map(TrainingReference::scale).orElse(new float[0]);
    if (probe instanceof LinearProbe linear) {
      float[] bias = {linear.bias()};
      return new ProbeWeights(
          ProbeKind.LINEAR, 0, FloatBytes.of(linear.weights(), bias, mean, scale));
    }
    MlpProbe mlp = (MlpProbe) probe;
    float[] bias = {mlp.b2()};
    return new ProbeWeights(
        ProbeKind.MLP,
        mlp.b1().length,
        FloatBytes.of(mlp.w1(), mlp.b1(), mlp.w2(), bias, mean, scale));
  }

  /**
   * The classifier and what is behind it.
   *
   * @param inputs number of inputs
   * @param behind number of values behind the classifier
   */
  Content read(int inputs, long behind) {
    return switch (kind) {
      case LINEAR -> linear(inputs, behind);
      case MLP -> mlp(inputs, behind);
    };
  }

  private Content linear(int inputs, long behind) {
    FloatBuffer values = FloatBytes.floats(bytes, inputs + 1L + behind);
    return new Content(new LinearProbe(FloatBytes.take(values, inputs), values.get()), values);
  }

  private Content mlp(int inputs, long behind) {
    if (units < 1) {
      throw new IllegalArgumentException("expected at least one hidden unit, got " + units);
    }
    FloatBuffer values = FloatBytes.floats(bytes, (long) units * inputs + 2L * units + 1 + behind);
    return new Content(mlp(inputs, values), values);
  }

  private MlpProbe mlp(int inputs, FloatBuffer values) {
    return new MlpProbe(
        inputs,
        FloatBytes.take(values, units * inputs),
        FloatBytes.take(values, units),
        FloatBytes.take(values, units),
        values.get());
  }
}
