package dev.linchpin.reasoner;

/**
 * The shape of a reasoner.
 *
 * @param hidden width of the residual stream
 * @param layers number of transformer blocks
 * @param heads attention heads, {@code hidden / heads} wide each
 * @param intermediate width of the feed-forward layer
 * @param maxPositions longest sequence in tokens
 */
public record ReasonerShape(int hidden, int layers, int heads, int intermediate, int maxPositions) {
  /** The bundled model's shape. */
  public static final ReasonerShape BUNDLED = new ReasonerShape(128, 4, 4, 256, 256);

  static final double ROPE_THETA = 10_000;
  static final double RMS_EPSILON = 1e-5;

  int headWidth() {
    return hidden / heads;
  }
}
