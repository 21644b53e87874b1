package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;

/**
 * A linear layer.
 *
 * @param weight [outputs, inputs]
 * @param bias [outputs], or null when the layer has none
 */
record Linear(NDArray weight, NDArray bias) {

  /** {@code [..., inputs]} to {@code [..., outputs]}. */
  NDArray apply(NDArray x) {
    return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
  }
}
