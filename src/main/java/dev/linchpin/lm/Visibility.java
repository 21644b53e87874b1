package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Which slots each token of a pass may attend to. */
interface Visibility {

  /** Every token sees every slot. */
  Visibility ALL = scores -> scores;

  /**
   * Hides slots.
   *
   * @param scores [rows, kvHeads, groups * tokens, slots]
   * @return the scores, negative infinity where a slot is hidden
   */
  NDArray applyTo(NDArray scores);

  /** Each token sees itself and those before it. */
  static Visibility causal(NDManager manager, int tokens) {
    float[] mask = new float[tokens * tokens];
    for (int i = 0; i < tokens; i++) {
      for (int j = i + 1; j < tokens; j++) {
        mask[i * tokens + j] = Float.NEGATIVE_INFINITY;
      }
    }
    return masked(manager.create(mask, new Shape(1, 1, 1, tokens, tokens)));
  }

  /**
   * Adds a mask of zeros and negative infinities.
   *
   * @param mask [rows or 1, 1, 1, tokens, slots]
   */
  static Visibility masked(NDArray mask) {
    return scores -> {
      Shape flat = scores.getShape();
      long tokens = mask.getShape().get(3);
      return scores
          .reshape(flat.get(0), flat.get(1), -1, tokens, flat.get(3))
          .add(mask)
          .reshape(flat);
    };
  }
}
