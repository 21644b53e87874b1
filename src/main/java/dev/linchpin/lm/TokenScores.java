package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Log-probabilities of the tokens that the rows of a batch are fed. */
final class TokenScores {

  private final int[][] tokens;
  private final float[][] values;

  /**
   * Scores that are not known yet, but for each row's first token.
   *
   * @param tokens [rows][any]
   * @param before [rows][vocab] logits before the first token, null where nothing was fed
   */
  TokenScores(int[][] tokens, float[][] before) {
    this.tokens = tokens;
    this.values = new float[tokens.length][];
    for (int row = 0; row < tokens.length; row++) {
      values[row] = new float[tokens[row].length];
      values[row][0] =
          before[row] == null
              ? Float.NaN
              : (float) Logits.logProbability(before[row], tokens[row][0]);
    }
  }

  /**
   * Takes what a pass says of the tokens that come after its own.
   *
   * @param logits [rows, width, vocab]
   */
  void add(TokenBlock block, NDArray logits) {
    long[] next = next(block);
    NDArray index = logits.getManager().create(next, new Shape(block.rows(), block.width(), 1));
    float[] found = logits.logSoftmax(-1).gather(index, -1).toFloatArray();
    for (int row = 0; row < block.rows(); row++) {
      for (int i = 0; i < block.width() && block.from() + i + 1 < tokens[row].length; i++) {
        values[row][block.from() + i + 1] = found[row * block.width() + i];
      }
    }
  }

  /** [rows * width]: the token after each of the block's, 0 where there is none. */
  private long[] next(TokenBlock block) {
    long[] next = new long[block.rows() * block.width()];
    for (int row = 0; row < block.rows(); row++) {
      for (int i = 0; i < block.width() && block.from() + i + 1 < tokens[row].length; i++) {
        next[row * block.width() + i] = tokens[row][block.from() + i + 1];
      }
    }
    return next;
  }

  /** [rows][any]. */
  float[][] values() {
    return Arrays.stream(values).map(float[]::clone).toArray(float[][]::new);
  }
}
