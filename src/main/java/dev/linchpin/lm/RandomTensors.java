package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tensors of a model that has learnt nothing, as Hugging Face's library begins: matrices normal
 * with deviation 0.02, biases 0, norms 1.
 */
final class RandomTensors implements TensorSource {
  private static final double DEVIATION = 0.02;

  private final NDManager manager;
  private final Map<String, long[]> shapes;
  private final Random random;

  RandomTensors(NDManager manager, ModelConfig config, long seed) {
    this.manager = manager;
    this.shapes = TensorNames.shapes(config);
    this.random = new Random(seed);
  }

  @Override
  public NDArray stacked(List<String> names) {
    long[] shape = shapes.get(names.get(0)).clone();
    shape[0] = names.stream().mapToLong(name -> shapes.get(name)[0]).sum();
    int size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    return manager.create(values(names.get(0), shape.length, size), new Shape(shape));
  }

  private float[] values(String name, int dimensions, int size) {
    float[] values = new float[size];
    if (dimensions > 1) {
      for (int i = 0; i < size; i++) {
        values[i] = (float) (DEVIATION * random.nextGaussian());
      }
    } else if (!name.endsWith(".bias")) {
      Arrays.fill(values, 1);
    }
    return values;
  }
}
