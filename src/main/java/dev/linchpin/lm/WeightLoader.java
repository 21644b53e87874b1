package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a model's parameters together from its tensors. */
final class WeightLoader {
  private final TensorSource source;
  private final ModelConfig config;

  WeightLoader(TensorSource source, ModelConfig config) {
    this.source = source;
    this.config = config;
  }

  Weights load() {
    NDArray embedding = tensor(TensorNames.EMBEDDING);
    NDArray head = config.tied() ? embedding : tensor(TensorNames.HEAD);
    List<Weights.Layer> layers = IntStream.range(0, config.layers()).mapToObj(this::layer).toList();
    return new Weights(embedding, layers, tensor(TensorNames.FINAL_NORM), new Linear(head, null));
  }

  private Weights.Layer layer(int layer) {
    return new Weights.Layer(
        tensor(TensorNames.of(layer, "input_layernorm.weight")),
        linear(layer, config.qkvBias(), "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
        linear(layer, config.outputBias(), "self_attn.o_proj"),
        tensor(TensorNames.of(layer, "post_attention_layernorm.weight")),
        linear(layer, false, "mlp.gate_proj", "mlp.up_proj"),
        linear(layer, false, "mlp.down_proj"));
  }

  private Linear linear(int layer, boolean bias, String... names) {
    NDArray weight = stacked(layer, names, ".weight");
    return new Linear(weight, bias ? stacked(layer, names, ".bias") : null);
  }

  private NDArray stacked(int layer, String[] names, String suffix) {
    return source.stacked(
        Arrays.stream(names).map(name -> TensorNames.of(layer, name + suffix)).toList());
  }

  private NDArray tensor(String name) {
    return source.stacked(List.of(name));
  }
}
