package dev.linchpin.probe;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A probe's weights as named tensors: {@code w1 [units, inputs]}, {@code b1 [units]}, {@code w2
 * [units]}, {@code b2 []} for an MLP, {@code w [inputs]}, {@code b []} for a linear probe; with
 * them or without, {@code reference_mean [inputs]} and {@code reference_scale [inputs]}.
 *
 * @param probe the classifier
 * @param reference how the training data spread, where that is known
 */
record ProbeTensors(Probe probe, Optional<Spread> reference) {
  private static final Set<String> LINEAR = Set.of("w", "b");
  private static final Set<String> MLP = Set.of("w1", "b1", "w2", "b2");
  private static final Set<String> REFERENCE = Set.of("reference_mean", "reference_scale");

  /** Mean and one over the standard deviation, each {@code [inputs]}. */
  record Spread(float[] mean, float[] scale) {}

  static ProbeTensors of(ProbeRelease release) {
    return new ProbeTensors(
        release.probe(), release.reference().map(r -> new Spread(r.mean(), r.scale())));
  }

  byte[] write() {
    SortedMap<String, Tensor> tensors =
        probe instanceof MlpProbe mlp ? tensors(mlp) : tensors((LinearProbe) probe);
    reference.ifPresent(
        spread -> {
          tensors.put("reference_mean", Tensor.of(spread.mean(), spread.mean().length));
          tensors.put("reference_scale", Tensor.of(spread.scale(), spread.scale().length));
        });
    return SafeTensors.write(tensors);
  }

  static ProbeTensors read(byte[] file) {
    Map<String, Tensor> tensors = SafeTensors.read(file);
    Set<String> weights = new HashSet<>(tensors.keySet());
    boolean hasReference = weights.containsAll(REFERENCE) && weights.removeAll(REFERENCE);
    return new ProbeTensors(
        probe(tensors, weights), hasReference ? Optional.of(spread(tensors)) : Optional.empty());
  }

  private static Probe probe(Map<String, Tensor> tensors, Set<String> weights) {
    if (weights.equals(MLP)) {
      return mlp(tensors);
    }
    if (weights.equals(LINEAR)) {
      return new LinearProbe(vector("w", tensors), scalar(tensors, "b"));
    }
    throw new ProbeFileException(
        "expected tensors b1, b2, w1, w2 or b, w; got " + String.join(", ", tensors.keySet()));
  }

  private static Spread spread(Map<String, Tensor> tensors) {
    return new Spread(vector("reference_mean", tensors), vector("reference_scale", tensors));
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

  private static float[] vector(String name, Map<String, Tensor> tensors) {
    requireDimensions(name, tensors.get(name), 1);
    return tensors.get(name).values();
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
