package dev.linchpin.kernel;

/**
 * Products of a batch of steps with a layer's weights, block by block of their inputs. All methods
 * may be called by several threads, each on arrays of its own. Lengths are the caller's business.
 */
public sealed interface Kernel permits VectorKernel, PlainKernel {
  /** Partial sums that are kept side by side where one step meets one vector. */
  int LANES = 64;

  /** Steps that meet a weight each time it is loaded. */
  int ROWS = 4;

  /** The fastest one that this JVM can run. */
  static Kernel best() {
    return Kernels.BEST;
  }

  /** Outputs of a tile of weights; a layer is padded to a multiple of it. */
  int width();

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
   * @param into takes {@code count} values, a multiple of {@link #width()}
   */
  void expand(short[] values, int from, float[] into, int count);

  /**
   * {@code sums[r, output + u] += Σk steps[r, k] · weights[at + k · width + u]}, k in ascending
   * order, for each u of the tile's width.
   *
   * @param weights a tile, {@code [depth, width]} from {@code at} on
   * @param output the tile's first output
   */
  void multiply(Panel steps, float[] weights, int at, Sums sums, int output);

  /** The same with weights in bfloat16. */
  void multiply(Panel steps, short[] weights, int at, Sums sums, int output);

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
}
