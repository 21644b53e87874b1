package dev.linchpin.activation;

import java.util.Objects;

/**
 * The shape of a step's activations: {@code [layers, hidden]}, pooled over the step's tokens.
 *
 * @param layers number of transformer blocks captured, at least 1
 * @param hidden width of the residual stream, at least 1
 * @param pooling how tokens became one vector per layer
 */
public record CaptureShape(int layers, int hidden, Pooling pooling) {
  public CaptureShape {
    if (layers < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          "expected at least one layer and one hidden unit, got [" + layers + ", " + hidden + "]");
    }
    Objects.requireNonNull(pooling, "pooling");
  }

  /** Number of values of one step: {@code layers * hidden}. */
  public int size() {
    return Math.multiplyExact(layers, hidden);
  }
}
