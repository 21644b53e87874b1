package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * A model's parameters, F32. Projections that read the same input are stacked into one.
 *
 * @param embedding [vocab, hidden]
 * @param layers one per block
 * @param finalNorm [hidden]
 * @param head [vocab, hidden]; the embedding when tied
 */
record Weights(NDArray embedding, List<Layer> layers, NDArray finalNorm, Linear head) {

  /**
   * One block.
   *
   * @param attentionNorm [hidden]
   * @param qkv [(heads + 2 kvHeads) * headDim, hidden]: queries, keys, values
   * @param attentionOutput [hidden, heads * headDim]
   * @param mlpNorm [hidden]
   * @param gateUp [2 * intermediate, hidden]: gate, up
   * @param down [hidden, intermediate]
   */
  record Layer(
      NDArray attentionNorm,
      Linear qkv,
      Linear attentionOutput,
      NDArray mlpNorm,
      Linear gateUp,
      Linear down) {}
}
