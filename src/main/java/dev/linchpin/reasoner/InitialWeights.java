package dev.linchpin.reasoner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Initial weights under the names of the Hugging Face layout. In the first layer the first four
 * heads begin by attending 1, 2, 3 and 4 tokens back, through the query and key biases; without
 * that start a small model spends most of its training on finding its neighbours. Where there are
 * no biases, one channel of the embedding begins alike for all tokens and carries them.
 */
final class InitialWeights {
  private static final float SPREAD = 0.05f;
  private static final float EMBEDDING_SPREAD = 0.25f;
  private static final float FINAL_NORM = 0.25f;
  private static final double NEIGHBOUR_STRENGTH = 4.75;
  private static final int NEIGHBOUR_HEADS = 4;

  /** What the channel that stands for biases holds at the start. */
  private static final float CONSTANT = 1f;

  private final NDManager manager;
  private final ReasonerShape shape;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();

  private InitialWeights(NDManager manager, ReasonerShape shape) {
    this.manager = manager;
    this.shape = shape;
  }

  /** Draws weights from the engine's random generator; they belong to {@code manager}. */
  static Map<String, NDArray> draw(NDManager manager, ReasonerShape shape) {
    InitialWeights initial = new InitialWeights(manager, shape);
    int hidden = shape.hidden();
    initial.embedding();
    for (int layer = 0; layer < shape.layers(); layer++) {
      initial.layer(layer);
    }
    initial.constant("model.norm.weight", FINAL_NORM, hidden);
    if (!shape.hasTiedHead()) {
      initial.normal("lm_head.weight", EMBEDDING_SPREAD, Vocabulary.size(), hidden);
    }
    return initial.weights;
  }

  private void layer(int layer) {
    String prefix = "model.layers." + layer + ".";
    int hidden = shape.hidden();
    int wide = shape.intermediate();
    float residual = SPREAD / (float) Math.sqrt(2.0 * shape.layers());
    constant(prefix + "input_layernorm.weight", 1f, hidden);
    boolean first = layer == 0;
    int kvWidth = shape.kvWidth();
    projection(prefix + "self_attn.q_proj", first ? neighbourQueries() : new float[hidden]);
    projection(prefix + "self_attn.k_proj", first ? neighbourKeys() : new float[kvWidth]);
    projection(prefix + "self_attn.v_proj", new float[kvWidth]);
    normal(prefix + "self_attn.o_proj.weight", residual, hidden, hidden);
    constant(prefix + "post_attention_layernorm.weight", 1f, hidden);
    normal(prefix + "mlp.gate_proj.weight", SPREAD, wide, hidden);
    normal(prefix + "mlp.up_proj.weight", SPREAD, wide, hidden);
    normal(prefix + "mlp.down_proj.weight", residual, hidden, wide);
  }

  private float[] neighbourQueries() {
    float[] bias = new float[shape.hidden()];
    int width = shape.headWidth();
    for (int head = 0; head < Math.min(NEIGHBOUR_HEADS, shape.heads()); head++) {
      for (int pair = 0; pair < width / 2; pair++) {
        double angle = (head + 1) / Math.pow(ReasonerShape.ROPE_THETA, 2.0 * pair / width);
        bias[head * width + pair] = (float) (NEIGHBOUR_STRENGTH * Math.cos(angle));
        bias[head * width + pair + width / 2] = (float) (-NEIGHBOUR_STRENGTH * Math.sin(angle));
      }
    }
    return bias;
  }

  private float[] neighbourKeys() {
    float[] bias = new float[shape.kvWidth()];
    int width = shape.headWidth();
    for (int head = 0; head < Math.min(NEIGHBOUR_HEADS, shape.kvHeads()); head++) {
      for (int pair = 0; pair < width / 2; pair++) {
        bias[head * width + pair] = (float) NEIGHBOUR_STRENGTH;
      }
    }
    return bias;
  }

  private void embedding() {
    normal("model.embed_tokens.weight", EMBEDDING_SPREAD, Vocabulary.size(), shape.hidden());
    if (!shape.hasBiases()) {
      weights.get("model.embed_tokens.weight").set(new NDIndex(":, 0"), CONSTANT);
    }
  }

  /** {@code bias} is [outputs]; without biases the constant channel brings it about. */
  private void projection(String name, float[] bias) {
    normal(name + ".weight", SPREAD, bias.length, shape.hidden());
    if (shape.hasBiases()) {
      put(name + ".bias", bias);
    } else {
      NDArray column = manager.create(bias).mul(1 / normedConstant());
      weights.get(name + ".weight").set(new NDIndex(":, 0"), column);
    }
  }

  /** The constant channel after the first norm. */
  private float normedConstant() {
    double others = (shape.hidden() - 1) * EMBEDDING_SPREAD * EMBEDDING_SPREAD;
    return (float) (CONSTANT / Math.sqrt((others + CONSTANT * CONSTANT) / shape.hidden()));
  }

  private void normal(String name, float spread, long... dimensions) {
    weights.put(name, manager.randomNormal(0f, spread, new Shape(dimensions), DataType.FLOAT32));
  }

  private void constant(String name, float value, long size) {
    weights.put(name, manager.full(new Shape(size), value, DataType.FLOAT32));
  }

  private void put(String name, float[] values) {
    weights.put(name, manager.create(values));
  }
}
