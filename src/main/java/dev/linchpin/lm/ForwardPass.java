package dev.linchpin.lm;

import java.util.Arrays;

/**
 * What a pass over a whole sequence gives.
 *
 * @param hidden width of the residual stream
 * @param residuals [layers][tokens * hidden]: after each block, final norm not applied
 * @param logits [vocab] at the last token
 */
public record ForwardPass(int hidden, float[][] residuals, float[] logits) {

  public int layers() {
    return residuals.length;
  }

  public int tokens() {
    return residuals[0].length / hidden;
  }

  /** Residual stream [hidden] after one block at one token. */
  public float[] residual(int layer, int token) {
    return Arrays.copyOfRange(residuals[layer], token * hidden, (token + 1) * hidden);
  }

  /** Mean residual stream [layers][hidden] over tokens {@code start} to {@code end}, half-open. */
  public float[][] mean(int start, int end) {
    if (start < 0 || start >= end || end > tokens()) {
      throw new IllegalArgumentException(
          "span " + start + ":" + end + " is not within the " + tokens() + " tokens");
    }
    float[][] mean = new float[layers()][];
    Arrays.setAll(mean, layer -> mean(residuals[layer], start, end));
    return mean;
  }

  private float[] mean(float[] stream, int start, int end) {
    float[] mean = new float[hidden];
    for (int i = 0; i < hidden; i++) {
      double sum = 0;
      for (int token = start; token < end; token++) {
        sum += stream[token * hidden + i];
      }
      mean[i] = (float) (sum / (end - start));
    }
    return mean;
  }
}
