package dev.linchpin.probe;

/**
 * Logistic regression.
 *
 * @param weights {@code [inputs]}
 * @param bias added to the product
 */
public record LinearProbe(float[] weights, float bias) implements Probe {
  @Override
  public int inputs() {
    return weights.length;
  }

  @Override
  public float logit(float[] activations) {
    return bias + Dot.product(weights, 0, activations);
  }
}
