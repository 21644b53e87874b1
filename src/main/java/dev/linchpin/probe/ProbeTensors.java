package dev.linchpin.probe;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A probe's weights as named tensors: {@code w1 [units, inputs]}, {@code b1 [units]}, {@code w2
 * [units]}, {@code b2 []} for an MLP, {@code w [inputs]}, {@code b []} for a linear probe.
 */
final class ProbeTensors {
  private static final Set<String> LINEAR = Set.of("w", "b");
  private static final Set<String> MLP = Set.of("w1", "b1", "w2", "b2");

  private ProbeTensors() {}

  static byte[] write(Probe probe) {
    if (probe instanceof MlpProbe mlp) {
      return SafeTensors.write(tensors(mlp));
    }
    return SafeTensors.write(tensors((LinearProbe) probe));
  }

  static Probe read(byte[] file) {
    Map<String, Tensor> tensors = SafeTensors.read(file);
    if (tensors.keySet().equals(MLP)) {
      return mlp(tensors);
    }
    if (tensors.keySet().equals(LINEAR)) {
      Tensor w = tensors.get("w");
      requireDimensions("w", w, 1);
      return new LinearProbe(w.values(), scalar(tensors, "b"));
    }
    throw new ProbeFileException(
        "expected tensors b1, b2, w1, w2 or b, w; got " + String.join(", ", tensors.keySet()));
  }

  private static SortedMap<String, Tensor> tensors(MlpProbe mlp) {
    int units = mlp.b1().length;
    return new TreeMap<>(
        Map.of(
            "w1", Tensor.of(mlp.w1(), units, mlp.inputs()),
            "b1", Tensor.of(mlp.b1(), units),
            "w2", Tensor.of(mlp.w2(), units),
            "b2", Tensor.scalar(mlp.b2())));
  }

  private static SortedMap<String, Tensor> tensors(LinearProbe linear) {
    return new TreeMap<>(
        Map.of(
            "w", Tensor.of(linear.weights(), linear.inputs()), "b", Tensor.scalar(linear.bias())));
  }

  private static Probe mlp(Map<String, Tensor> tensors) {
    Tensor w1 = tensors.get("w1");
    requireDimensions("w1", w1, 2);
    return new MlpProbe(
        w1.shape()[1],
        w1.values(),
        tensors.get("b1").values(),
        tensors.get("w2").values(),
        scalar(tensors, "b2"));
  }

  private static float scalar(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    return Optional.of(tensor.values())
        .filter(values -> values.length == 1)
        .orElseThrow(
            () ->
                new ProbeFileException(
                    "tensor " + name + ": expected one value, got shape " + tensor.describe()))[0];
  }

  private static void requireDimensions(String name, Tensor tensor, int dimensions) {
    if (tensor.shape().length != dimensions) {
      throw new ProbeFileException(
          "tensor %s: expected %d dimensions, got shape %s"
              .formatted(name, dimensions, tensor.describe()));
    }
  }
}
