package dev.linchpin.kernel;

/**
 * Weights rounded to bfloat16. A batch of many steps expands each block once; few steps expand it
 * on the way to the product. Both are exact.
 *
 * @param values {@code [inputs, outputs]}
 * @param outputs padded
 */
record BFloat16Weights(short[] values, int outputs) implements Weights {
  /** From so many steps on, expanding a block once pays. */
  private static final int MANY_STEPS = 6;

  static BFloat16Weights of(SingleWeights weights) {
    short[] values = new short[weights.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = nearest(weights.values()[i]);
    }
    return new BFloat16Weights(values, weights.outputs());
  }

  @Override
  public void multiply(Panel steps, int from, float[] sums, Scratch scratch) {
    if (steps.rows() < MANY_STEPS) {
      scratch.kernel().multiply(steps, this, from, sums);
      return;
    }
    int size = steps.depth() * outputs;
    float[] block = scratch.floats(size);
    scratch.kernel().expand(values, from * outputs, block, size);
    scratch.kernel().multiply(steps, new SingleWeights(block, outputs), 0, sums);
  }

  /** To nearest, ties to even; for finite values. */
  private static short nearest(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }
}
