package dev.linchpin.lm;

/**
 * A generated continuation.
 *
 * @param tokens without the prompt; a stop token that ended it is the last
 * @param logProbabilities natural log-probability of each token under the model, at temperature 1
 * @param finish why it ended
 * @param residuals [1 + tokens][layers * hidden], layer-major: the residual stream at the prompt's
 *     last token, then at each token; empty when not captured
 */
public record Completion(
    int[] tokens, double[] logProbabilities, Finish finish, float[][] residuals) {

  /** Why a completion ended. */
  public enum Finish {
    STOP,
    LENGTH
  }
}
