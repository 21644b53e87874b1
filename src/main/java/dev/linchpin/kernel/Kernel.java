package dev.linchpin.kernel;

/**
 * Products of a batch of steps with a layer's weights, block by block of their inputs. All methods
 * may be called by several threads, each on arrays of its own. Lengths are the caller's business.
 */
public sealed interface Kernel permits VectorKernel, PlainKernel {
  /** Partial sums that are kept side by side where one step meets one vector. */
  int LANES = 16;

  /** The fastest one that this JVM can run. */
  static Kernel best() {
    return Kernels.BEST;
  }

  /** Outputs of a layer are padded to a multiple of this. */
  int padding();

  /**
   * bfloat16 to single precision.
   *
   * @param data little-endian values, from byte {@code offset} on
   * @param into takes {@code count} values from {@code at} on
   */
  void expand(byte[] data, int offset, float[] into, int at, int count);

  /**
   * bfloat16 to single precision.
   *
   * @param values from {@code from} on
   * @param into takes {@code count} values
   */
  void expand(short[] values, int from, float[] into, int count);

  /** As {@link Weights#multiply}. */
  void multiply(Panel steps, SingleWeights weights, int from, float[] sums);

  /** As {@link Weights#multiply}. */
  void multiply(Panel steps, BFloat16Weights weights, int from, float[] sums);

  /**
   * Products of one step with one vector, input {@code i} into lane {@code i % LANES}.
   *
   * @param x inputs {@code from} to {@code from + count} of the step, from {@code at} on
   * @param from a multiple of {@link #LANES}
   * @param lanes {@code [LANES]}
   */
  void addProducts(float[] x, int at, float[] weights, int from, int count, float[] lanes);

  /**
   * Squared distances {@code ((x - mean) · scale)²}, input {@code i} into lane {@code i % LANES}.
   *
   * @param x inputs {@code from} to {@code from + count} of the step, from {@code at} on
   * @param from a multiple of {@link #LANES}
   * @param lanes {@code [LANES]}
   */
  void addSquares(float[] x, int at, Spread spread, int from, int count, float[] lanes);

  /** Whether {@code count} values from {@code at} on are all neither infinite nor NaN. */
  boolean isFinite(float[] x, int at, int count);
}
