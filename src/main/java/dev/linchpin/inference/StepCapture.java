package dev.linchpin.inference;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepPooler;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Pools one chain's residuals by step. Those of tokens that may yet belong to the answer marker are
 * held back until it is known where they belong.
 */
final class StepCapture {

  private final CaptureShape shape;
  private final StepPooler pooler;
  private final Queue<float[]> unsettled = new ArrayDeque<>();
  private int settled;

  /**
   * @param promptEnd residuals at the prompt's last token, {@code [layers * hidden]}
   */
  StepCapture(CaptureShape shape, float[] promptEnd) {
    this.shape = shape;
    this.pooler = new StepPooler(shape.layers(), shape.hidden());
    pooler.add(promptEnd);
    pooler.startStep();
  }

  /**
   * Takes the next generated token.
   *
   * @param residuals {@code [layers * hidden]}
   */
  void add(float[] residuals) {
    unsettled.add(residuals);
  }

  /** Says that this many generated tokens belong to the current step or earlier ones. */
  void settle(int tokens) {
    while (settled < tokens) {
      pooler.add(unsettled.remove());
      settled++;
    }
  }

  /**
   * Ends the current step.
   *
   * @param endToken index after its last generated token
   * @return its pooled activations, {@code [layers * hidden]}
   */
  float[] end(int endToken) {
    settle(endToken);
    float[] pooled = pooler.pooled(shape.pooling());
    pooler.startStep();
    return pooled;
  }
}
