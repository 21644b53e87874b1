package dev.linchpin.lm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names and shapes of a model's tensors in Hugging Face's layout. */
public final class TensorNames {

  public static final String EMBEDDING = "model.embed_tokens.weight";
  public static final String FINAL_NORM = "model.norm.weight";
  public static final String HEAD = "lm_head.weight";

  private TensorNames() {}

  /** Name of a tensor of one block, for example {@code of(0, "mlp.up_proj.weight")}. */
  public static String of(int layer, String name) {
    return "model.layers." + layer + "." + name;
  }

  /** Every tensor that the configuration asks for, with its shape, in the model's order. */
  public static Map<String, long[]> shapes(ModelConfig config) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(EMBEDDING, shape(config.vocab(), config.hidden()));
    for (int layer = 0; layer < config.layers(); layer++) {
      addLayer(config, layer, shapes);
    }
    shapes.put(FINAL_NORM, shape(config.hidden()));
    if (!config.tied()) {
      shapes.put(HEAD, shape(config.vocab(), config.hidden()));
    }
    return shapes;
  }

  private static void addLayer(ModelConfig config, int layer, Map<String, long[]> shapes) {
    int hidden = config.hidden();
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    shapes.put(of(layer, "input_layernorm.weight"), shape(hidden));
    addLinear(shapes, of(layer, "self_attn.q_proj"), queries, hidden, config.qkvBias());
    addLinear(shapes, of(layer, "self_attn.k_proj"), keys, hidden, config.qkvBias());
    addLinear(shapes, of(layer, "self_attn.v_proj"), keys, hidden, config.qkvBias());
    addLinear(shapes, of(layer, "self_attn.o_proj"), hidden, queries, config.outputBias());
    shapes.put(of(layer, "post_attention_layernorm.weight"), shape(hidden));
    addLinear(shapes, of(layer, "mlp.gate_proj"), config.intermediate(), hidden, false);
    addLinear(shapes, of(layer, "mlp.up_proj"), config.intermediate(), hidden, false);
    addLinear(shapes, of(layer, "mlp.down_proj"), hidden, config.intermediate(), false);
  }

  private static void addLinear(
      Map<String, long[]> shapes, String name, int outputs, int inputs, boolean bias) {
    shapes.put(name + ".weight", shape(outputs, inputs));
    if (bias) {
      shapes.put(name + ".bias", shape(outputs));
    }
  }

  private static long[] shape(long... lengths) {
    return lengths;
  }
}
