package dev.linchpin.reasoner;

import dev.linchpin.lm.ModelConfig.Architecture;

/**
 * The shape of a reasoner.
 *
 * @param architecture {@code QWEN2} has biases on query, key and value and a tied head; {@code
 *     LLAMA} has neither
 * @param hidden width of the residual stream
 * @param layers number of transformer blocks
 * @param heads query heads, {@code hidden / heads} wide each
 * @param kvHeads key and value heads, a divisor of {@code heads}
 * @param intermediate width of the feed-forward layer
 * @param maxPositions longest sequence in tokens
 */
public record ReasonerShape(
    Architecture architecture,
    int hidden,
    int layers,
    int heads,
    int kvHeads,
    int intermediate,
    int maxPositions) {
  static final double ROPE_THETA = 10_000;
  static final double RMS_EPSILON = 1e-5;

  public ReasonerShape {
    if (hidden % heads != 0 || hidden / heads % 2 != 0 || heads % kvHeads != 0) {
      throw new IllegalArgumentException(
          "expected heads of one even width and kvHeads that divide them, got hidden %d, heads %d, kvHeads %d"
              .formatted(hidden, heads, kvHeads));
    }
  }

  int headWidth() {
    return hidden / heads;
  }

  /** Width of all keys, or values, of a token. */
  int kvWidth() {
    return kvHeads * headWidth();
  }

  boolean hasBiases() {
    return architecture == Architecture.QWEN2;
  }

  boolean hasTiedHead() {
    return architecture == Architecture.QWEN2;
  }
}
