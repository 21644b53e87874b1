package dev.linchpin.wire;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.wire.avro.ProbeKind;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A classifier as bytes: single precision, little-endian, row-major.
 *
 * @param kind LINEAR: {@code w [inputs], b [1]}; MLP: {@code w1 [units, inputs], b1 [units], w2
 *     [units], b2 [1]}
 * @param units hidden units, 0 for a linear probe
 * @param bytes the values
 */
record ProbeWeights(ProbeKind kind, int units, ByteBuffer bytes) {

  static ProbeWeights of(Probe probe) {
    if (probe instanceof LinearProbe linear) {
      return new ProbeWeights(
          ProbeKind.LINEAR, 0, FloatBytes.of(linear.weights(), new float[] {linear.bias()}));
    }
    MlpProbe mlp = (MlpProbe) probe;
    return new ProbeWeights(
        ProbeKind.MLP,
        mlp.b1().length,
        FloatBytes.of(mlp.w1(), mlp.b1(), mlp.w2(), new float[] {mlp.b2()}));
  }

  /**
   * The classifier.
   *
   * @param inputs number of inputs
   */
  Probe probe(int inputs) {
    return switch (kind) {
      case LINEAR -> linear(inputs);
      case MLP -> mlp(inputs);
    };
  }

  private LinearProbe linear(int inputs) {
    FloatBuffer values = FloatBytes.floats(bytes, inputs + 1L);
    return new LinearProbe(FloatBytes.take(values, inputs), values.get());
  }

  private MlpProbe mlp(int inputs) {
    if (units < 1) {
      throw new IllegalArgumentException("expected at least one hidden unit, got " + units);
    }
    FloatBuffer values = FloatBytes.floats(bytes, (long) units * inputs + 2L * units + 1);
    return new MlpProbe(
        inputs,
        FloatBytes.take(values, units * inputs),
        FloatBytes.take(values, units),
        FloatBytes.take(values, units),
        values.get());
  }
}
