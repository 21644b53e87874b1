package dev.linchpin.kernel;

/**
 * A layer's weights as the products read them: input by input, {@code [inputs, outputs]}, outputs
 * padded with zeros to {@link Kernel#padding()}.
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
    SingleWeights single = SingleWeights.pack(rows, inputs, kernel.padding());
    return rows.length <= SINGLE_AT_MOST ? single : BFloat16Weights.of(single);
  }

  /**
   * {@code sums[r, u] += Σk steps[r, k] · weights[from + k, u]}, k in ascending order.
   *
   * @param steps {@code [rows, depth]} of a block of inputs
   * @param from the block's first input
   * @param sums {@code [rows, outputs]}
   * @param scratch for the thread that calls
   */
  void multiply(Panel steps, int from, float[] sums, Scratch scratch);
}
