package dev.linchpin.kernel;

/**
 * A layer's weights in the order in which the products read them: block after block of {@link
 * Panel#STRIDE} inputs, within it tile after tile of {@link Kernel#width()} outputs, {@code
 * [blocks, tiles, inputs of a block, width]}. Outputs are padded with zeros to whole tiles.
 */
public sealed interface Weights permits SingleWeights, BFloat16Weights {
  /** Up to so many weights (1 MiB of them) are kept in single precision. */
  int SINGLE_AT_MOST = 1 << 18;

  /** Padded outputs. */
  int outputs();

  /**
   * Packs a layer: small ones in single precision; large ones, which come from memory for every
   * batch, as bfloat16, half the bytes and each weight off by at most 1/256 of itself. Which of the
   * two depends on the size alone, so that a probe gives the same score everywhere.
   *
   * @param rows {@code [outputs, inputs]}, row-major
   */
  static Weights pack(float[] rows, int inputs, Kernel kernel) {
    SingleWeights single = SingleWeights.pack(rows, inputs, kernel.width());
    return rows.length <= SINGLE_AT_MOST ? single : BFloat16Weights.of(single);
  }

  /**
   * {@code sums[r, u] += Σk steps[r, k] · weights[from + k, u]}, k in ascending order.
   *
   * @param steps a whole block of inputs, or what is left of them in the last
   * @param from the block's first input
   * @param sums {@code [rows, outputs]}
   * @param scratch for the thread that calls
   */
  void multiply(Panel steps, int from, Sums sums, Scratch scratch);
}
