package dev.linchpin.activation;

import java.util.Arrays;

/**
 * Pools the residual stream of one chain while it is generated. Feed every position in order, the
 * prompt's last one first; call {@link #startStep} before the first token of each step. Not safe
 * for use by several threads.
 */
public final class StepPooler {
  private final int size;
  private final double[] sum;
  private final float[] last;
  private final float[] predictor;
  private int positions;
  private boolean anyBefore;

  /**
   * A pooler that has seen nothing.
   *
   * @param layers number of blocks
   * @param hidden width of the residual stream
   */
  public StepPooler(int layers, int hidden) {
    this.size = Math.multiplyExact(layers, hidden);
    this.sum = new double[size];
    this.last = new float[size];
    this.predictor = new float[size];
  }

  /**
   * Takes the next position.
   *
   * @param residual {@code [layers * hidden]}, the residual stream after each block; copied
   */
  public void add(float[] residual) {
    if (residual.length != size) {
      throw new IllegalArgumentException(
          "expected " + size + " values of a position, got " + residual.length);
    }
    for (int i = 0; i < size; i++) {
      sum[i] += residual[i];
    }
    System.arraycopy(residual, 0, last, 0, size);
    positions++;
  }

  /** Begins a step: the position added last is the one that predicts the step's first token. */
  public void startStep() {
    System.arraycopy(last, 0, predictor, 0, size);
    anyBefore |= positions > 0;
    Arrays.fill(sum, 0);
    positions = 0;
  }

  /** Positions of the current step so far. */
  public int positions() {
    return positions;
  }

  /**
   * The current step's pooled activations, {@code [layers * hidden]}, in a fresh array.
   *
   * @throws IllegalStateException if the positions that the pooling reads have not been added
   */
  public float[] pooled(Pooling pooling) {
    return switch (pooling) {
      case MEAN -> mean();
      case LAST -> copyOf(last, positions > 0, "the step has no position yet");
      case FIRST_PREDICTOR -> copyOf(predictor, anyBefore, "no position precedes the step");
    };
  }

  private float[] mean() {
    float[] mean = copyOf(last, positions > 0, "the step has no position yet");
    for (int i = 0; i < size; i++) {
      mean[i] = (float) (sum[i] / positions);
    }
    return mean;
  }

  private static float[] copyOf(float[] values, boolean present, String otherwise) {
    if (!present) {
      throw new IllegalStateException(otherwise);
    }
    return values.clone();
  }
}
