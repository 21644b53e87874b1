package dev.linchpin.probe;

/**
 * Logistic regression.
 *
 * @param weights {@code [inputs]}, at least one, finite
 * @param bias added to the product, finite
 */
public record LinearProbe(float[] weights, float bias) implements Probe {
  public LinearProbe {
    if (weights.length == 0) {
      throw new IllegalArgumentException("expected at least one weight, got none");
    }
    Weights.requireFinite("weights", weights);
    Weights.requireFinite("bias", bias);
  }

  @Override
  public int inputs() {
    return weights.length;
  }

  @Override
  public float logit(float[] activations) {
    Weights.requireInputs(weights.length, activations);
    return bias + Dot.product(weights, 0, activations);
  }
}
