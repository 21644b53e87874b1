package dev.linchpin.kernel;

/**
 * Weights rounded to bfloat16. Many steps expand each tile once; few steps expand it on its way to
 * the registers. Both are exact.
 *
 * @param values {@code [blocks, tiles, inputs of a block, width]}
 * @param outputs padded
 */
record BFloat16Weights(short[] values, int outputs) implements Weights {
  /** Up to so many steps, expanding a tile first takes longer. */
  private static final int FEW_STEPS = 8;

  static BFloat16Weights of(SingleWeights weights) {
    short[] values = new short[weights.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = nearest(weights.values()[i]);
    }
    return new BFloat16Weights(values, weights.outputs());
  }

  @Override
  public void multiply(Panel steps, int from, Sums sums, Scratch scratch) {
    int width = scratch.kernel().width();
    for (int output = 0; output < outputs; output += width) {
      multiply(steps, from * outputs + output * steps.depth(), sums, output, scratch);
    }
  }

  private void multiply(Panel steps, int at, Sums sums, int output, Scratch scratch) {
    Kernel kernel = scratch.kernel();
    if (steps.rows() <= FEW_STEPS) {
      kernel.multiply(steps, values, at, sums, output);
      return;
    }
    int size = steps.depth() * kernel.width();
    float[] tile = scratch.floats(size);
    kernel.expand(values, at, tile, size);
    kernel.multiply(steps, tile, 0, sums, output);
  }

  /** To nearest, ties to even; for finite values. */
  private static short nearest(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }
}
