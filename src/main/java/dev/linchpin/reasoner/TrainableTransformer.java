package dev.linchpin.reasoner;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Map;

/**
 * The reasoner's forward pass with gradients: a decoder-only transformer in the layout of Llama and
 * Qwen2 (rotary positions, RMS norm, SwiGLU, grouped queries). Constants are arrays, never Java
 * numbers: a number recorded in a training graph may be freed before the backward pass.
 */
final class TrainableTransformer {
  private final ReasonerShape shape;
  private final Map<String, NDArray> weights;
  private final NDArray epsilon;
  private final NDArray attentionScale;
  private final NDArray cosines;
  private final NDArray sines;
  private final NDArray mask;

  /** Wraps weights under their Hugging Face names; all arrays belong to {@code manager}. */
  TrainableTransformer(NDManager manager, ReasonerShape shape, Map<String, NDArray> weights) {
    this.shape = shape;
    this.weights = weights;
    this.epsilon = manager.full(new Shape(1), (float) ReasonerShape.RMS_EPSILON, DataType.FLOAT32);
    float scale = (float) (1 / Math.sqrt(shape.headWidth()));
    this.attentionScale = manager.full(new Shape(1), scale, DataType.FLOAT32);
    Shape table = new Shape(shape.maxPositions(), shape.headWidth());
    this.cosines = manager.create(rotation(true), table);
    this.sines = manager.create(rotation(false), table);
    int positions = shape.maxPositions();
    this.mask = manager.create(causalMask(positions), new Shape(positions, positions));
    weights.values().forEach(weight -> weight.setRequiresGradient(true));
  }

  Map<String, NDArray> weights() {
    return weights;
  }

  /**
   * Next-token logits.
   *
   * @param ids token ids {@code [batch, length]}
   * @return logits {@code [batch, length, vocabulary]}
   */
  NDArray logits(NDArray ids) {
    NDArray embedding = weights.get("model.embed_tokens.weight");
    NDArray x =
        ids.getNDArrayInternal().embedding(ids, embedding, SparseFormat.DENSE).singletonOrThrow();
    for (int layer = 0; layer < shape.layers(); layer++) {
      x = x.add(attention(layer, norm(x, weight(layer, "input_layernorm.weight"))));
      x = x.add(feedForward(layer, norm(x, weight(layer, "post_attention_layernorm.weight"))));
    }
    NDArray head = shape.hasTiedHead() ? embedding : weights.get("lm_head.weight");
    return linear(norm(x, weights.get("model.norm.weight")), head, null);
  }

  private NDArray attention(int layer, NDArray x) {
    long batch = x.getShape().get(0);
    long length = x.getShape().get(1);
    NDArray query = rotate(heads(layer, "q_proj", shape.heads(), x)).mul(attentionScale);
    NDArray key = shared(rotate(heads(layer, "k_proj", shape.kvHeads(), x)));
    NDArray value = shared(heads(layer, "v_proj", shape.kvHeads(), x));
    NDArray visible = mask.get("0:" + length + ",0:" + length);
    NDArray mixed = query.matMul(key.transpose(0, 1, 3, 2)).add(visible).softmax(-1).matMul(value);
    NDArray joined = mixed.transpose(0, 2, 1, 3).reshape(batch, length, shape.hidden());
    return linear(joined, weight(layer, "self_attn.o_proj.weight"), null);
  }

  private NDArray heads(int layer, String projection, int heads, NDArray x) {
    String name = "self_attn." + projection;
    NDArray bias = shape.hasBiases() ? weight(layer, name + ".bias") : null;
    NDArray flat = linear(x, weight(layer, name + ".weight"), bias);
    long batch = x.getShape().get(0);
    long length = x.getShape().get(1);
    return flat.reshape(batch, length, heads, shape.headWidth()).transpose(0, 2, 1, 3);
  }

  /** Keys or values, each for all query heads of its group. */
  private NDArray shared(NDArray x) {
    int group = shape.heads() / shape.kvHeads();
    return group == 1 ? x : x.repeat(1, group);
  }

  private NDArray feedForward(int layer, NDArray x) {
    NDArray gate = linear(x, weight(layer, "mlp.gate_proj.weight"), null);
    NDArray up = linear(x, weight(layer, "mlp.up_proj.weight"), null);
    NDArray active = gate.mul(gate.getNDArrayInternal().sigmoid()).mul(up);
    return linear(active, weight(layer, "mlp.down_proj.weight"), null);
  }

  private NDArray rotate(NDArray x) {
    String range = "0:" + x.getShape().get(2);
    NDList halves = x.split(2, 3);
    NDArray turned = halves.get(1).concat(halves.get(0), 3);
    return x.mul(cosines.get(range)).add(turned.mul(sines.get(range)));
  }

  private NDArray norm(NDArray x, NDArray weight) {
    NDArray meanSquare = x.square().mean(new int[] {2}, true);
    return x.div(meanSquare.add(epsilon).sqrt()).mul(weight);
  }

  private NDArray weight(int layer, String name) {
    return weights.get("model.layers." + layer + "." + name);
  }

  private static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
  }

  /**
   * Rotation table {@code [positions, headWidth]}; the sine carries the sign of the turned half.
   */
  private float[] rotation(boolean cosine) {
    int width = shape.headWidth();
    float[] table = new float[shape.maxPositions() * width];
    for (int i = 0; i < table.length; i++) {
      int position = i / width;
      int column = i % width;
      int pair = column % (width / 2);
      double angle = position / Math.pow(ReasonerShape.ROPE_THETA, 2.0 * pair / width);
      double signed = column < width / 2 ? -Math.sin(angle) : Math.sin(angle);
      table[i] = (float) (cosine ? Math.cos(angle) : signed);
    }
    return table;
  }

  private static float[] causalMask(int positions) {
    float[] mask = new float[positions * positions];
    for (int row = 0; row < positions; row++) {
      for (int column = row + 1; column < positions; column++) {
        mask[row * positions + column] = Float.NEGATIVE_INFINITY;
      }
    }
    return mask;
  }
}
