package dev.linchpin.probe;

/**
 * Logistic regression. Finite weights are the business of whoever reads them from outside.
 *
 * @param weights {@code [inputs]}, at least one
 * @param bias added to the product
 */
public record LinearProbe(float[] weights, float bias) implements Probe {
  public LinearProbe {
    if (weights.length == 0) {
      throw new IllegalArgumentException("expected at least one weight, got none");
    }
  }

  @Override
  public ProbeKind kind() {
    return ProbeKind.LINEAR;
  }

  @Override
  public int inputs() {
    return weights.length;
  }

  @Override
  public float logit(float[] activations) {
    Dot.requireLength(weights.length, activations);
    return bias + Dot.product(weights, 0, activations);
  }
}
