package dev.linchpin.probe;

/**
 * Two layers with ReLU between them, as in arXiv 2604.18307: {@code w2 · relu(w1 x + b1) + b2}.
 * Finite weights are the business of whoever reads them from outside.
 *
 * @param inputs number of inputs, {@code layers * hidden}, at least 1
 * @param w1 {@code [units, inputs]}, row-major, at least one unit
 * @param b1 {@code [units]}
 * @param w2 {@code [units]}
 * @param b2 output bias
 */
public record MlpProbe(int inputs, float[] w1, float[] b1, float[] w2, float b2) implements Probe {
  public MlpProbe {
    boolean empty = inputs < 1 || b1.length < 1;
    if (empty || w1.length != (long) inputs * b1.length || w2.length != b1.length) {
      throw new IllegalArgumentException(
          "expected w1 [units, %d], b1 [units], w2 [units]; got %d, %d and %d values"
              .formatted(inputs, w1.length, b1.length, w2.length));
    }
  }

  @Override
  public ProbeKind kind() {
    return ProbeKind.MLP;
  }

  @Override
  public float logit(float[] activations) {
    Dot.requireLength(inputs, activations);
    float sum = b2;
    for (int unit = 0; unit < b1.length; unit++) {
      float z = b1[unit] + Dot.product(w1, unit * inputs, activations);
      sum += w2[unit] * Math.max(z, 0f);
    }
    return sum;
  }
}
