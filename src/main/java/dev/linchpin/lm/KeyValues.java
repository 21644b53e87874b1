package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Where a block's attention finds its keys and values. */
interface KeyValues {

  /** No memory: attention sees the tokens of this pass only. */
  KeyValues NONE = (layer, keys, values) -> new NDList(keys, values);

  /**
   * Adds the keys and values of the tokens of this pass.
   *
   * @param keys [rows, kvHeads, tokens, headDim]
   * @param values [rows, kvHeads, tokens, headDim]
   * @return keys and values of all tokens so far, each [rows, kvHeads, slots, headDim]
   */
  NDList extend(int layer, NDArray keys, NDArray values);
}
