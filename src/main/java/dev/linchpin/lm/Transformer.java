package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

/** The forward pass. Stateless: safe to use from several threads at once. */
final class Transformer {

  private final ModelConfig config;
  private final Weights weights;
  private final NDArray eps;
  private final NDArray scale;

  Transformer(ModelConfig config, Weights weights, NDManager manager) {
    this.config = config;
    this.weights = weights;
    this.eps = manager.full(new Shape(1), (float) config.eps());
    this.scale = manager.full(new Shape(1), (float) (1 / Math.sqrt(config.headDim())));
  }

  /** Token ids of any shape to {@code [..., hidden]}; the result belongs to the ids' manager. */
  NDArray embed(NDArray ids) {
    return ids.getNDArrayInternal()
        .embedding(ids, weights.embedding(), SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /**
   * Runs all blocks.
   *
   * @param embedded [rows, tokens, hidden]
   * @return the residual stream after each block, each [rows, tokens, hidden]
   */
  NDList blocks(NDArray embedded, Rotation rotation, Visibility visibility, KeyValues memory) {
    NDList residuals = new NDList(config.layers());
    NDArray x = embedded;
    for (int layer = 0; layer < config.layers(); layer++) {
      int current = layer;
      NDArray input = x;
      x = Inference.keepingResult(() -> block(input, current, rotation, visibility, memory));
      residuals.add(x);
    }
    return residuals;
  }

  /** {@code [..., hidden]} after the last block to logits {@code [..., vocab]}. */
  NDArray logits(NDArray residual) {
    return weights.head().apply(norm(residual, weights.finalNorm()));
  }

  private NDArray block(
      NDArray x, int layer, Rotation rotation, Visibility visibility, KeyValues memory) {
    Weights.Layer block = weights.layers().get(layer);
    NDArray qkv = heads(block.qkv().apply(norm(x, block.attentionNorm())));
    NDList parts = qkv.split(new long[] {config.heads() + config.kvHeads()}, 1);
    NDList queriesKeys = rotation.apply(parts.get(0)).split(new long[] {config.heads()}, 1);
    NDList remembered = memory.extend(layer, queriesKeys.get(1), parts.get(1));
    NDArray mixed = attention(queriesKeys.get(0), remembered, visibility);
    NDArray attended = x.add(block.attentionOutput().apply(mixed));
    return attended.add(feedForward(norm(attended, block.mlpNorm()), block));
  }

  /** {@code [rows, tokens, n * headDim]} to {@code [rows, n, tokens, headDim]}. */
  private NDArray heads(NDArray flat) {
    Shape shape = flat.getShape();
    return flat.reshape(shape.get(0), shape.get(1), -1, config.headDim()).transpose(0, 2, 1, 3);
  }

  /** Query heads of one group share a key head: they are stacked along the tokens. */
  private NDArray attention(NDArray queries, NDList remembered, Visibility visibility) {
    long rows = queries.getShape().get(0);
    long tokens = queries.getShape().get(2);
    NDArray keys = remembered.get(0);
    NDArray grouped = queries.mul(scale).reshape(rows, config.kvHeads(), -1, config.headDim());
    NDArray scores = visibility.applyTo(grouped.matMul(keys.transpose(0, 1, 3, 2)));
    return scores
        .softmax(-1)
        .matMul(remembered.get(1))
        .reshape(rows, config.heads(), tokens, config.headDim())
        .transpose(0, 2, 1, 3)
        .reshape(rows, tokens, -1);
  }

  private NDArray feedForward(NDArray x, Weights.Layer block) {
    NDList gateUp = block.gateUp().apply(x).split(2, 2);
    NDArray gate = gateUp.get(0);
    NDArray activated = gate.mul(gate.getNDArrayInternal().sigmoid());
    return block.down().apply(activated.mul(gateUp.get(1)));
  }

  private NDArray norm(NDArray x, NDArray weight) {
    int last = x.getShape().dimension() - 1;
    NDArray meanSquare = x.square().mean(new int[] {last}, true);
    return x.div(meanSquare.add(eps).sqrt()).mul(weight);
  }
}
