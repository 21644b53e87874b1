package dev.linchpin.activation;

/** How the residual stream at a step's tokens becomes one vector per layer. */
public enum Pooling {
  /** Mean over the step's tokens. */
  MEAN,
  /** The step's last token. */
  LAST,
  /** The position before the step, whose output predicts the step's first token. */
  FIRST_PREDICTOR
}
