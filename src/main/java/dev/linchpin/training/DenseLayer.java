package dev.linchpin.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A layer under training.
 *
 * @param weight {@code [outputs, inputs]}
 * @param bias {@code [outputs]}
 */
record DenseLayer(NDArray weight, NDArray bias) {

  /** Uniform first weights within one over the root of the number of inputs. */
  static DenseLayer draw(NDManager manager, int outputs, int inputs, Random random) {
    double bound = 1 / Math.sqrt(inputs);
    NDArray weight =
        manager.create(
            uniform(Math.multiplyExact(outputs, inputs), bound, random),
            new Shape(outputs, inputs));
    NDArray bias = manager.create(uniform(outputs, bound, random));
    weight.setRequiresGradient(true);
    bias.setRequiresGradient(true);
    return new DenseLayer(weight, bias);
  }

  Stream<NDArray> parameters() {
    return Stream.of(weight, bias);
  }

  /** From {@code [n, inputs]} to {@code [n, outputs]}. */
  NDArray forward(NDArray x) {
    return Linear.linear(x, weight, bias).singletonOrThrow();
  }

  /** The same weights outside any training graph. */
  DenseLayer frozen() {
    return new DenseLayer(weight.stopGradient(), bias.stopGradient());
  }

  private static float[] uniform(int size, double bound, Random random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }
}
