package dev.linchpin.kernel;

/**
 * Weights in single precision.
 *
 * @param values {@code [blocks, tiles, inputs of a block, width]}
 * @param outputs padded
 */
record SingleWeights(float[] values, int outputs) implements Weights {

  static SingleWeights pack(float[] rows, int inputs, int width) {
    int outputs = rows.length / inputs;
    int padded = (outputs + width - 1) / width * width;
    float[] packed = new float[Math.multiplyExact(inputs, padded)];
    for (int from = 0; from < inputs; from += Panel.STRIDE) {
      int depth = Math.min(Panel.STRIDE, inputs - from);
      for (int output = 0; output < outputs; output++) {
        int lane = output % width;
        int at = from * padded + (output - lane) * depth + lane;
        for (int k = 0; k < depth; k++) {
          packed[at + k * width] = rows[output * inputs + from + k];
        }
      }
    }
    return new SingleWeights(packed, padded);
  }

  @Override
  public void multiply(Panel steps, int from, Sums sums, Scratch scratch) {
    Kernel kernel = scratch.kernel();
    for (int output = 0; output < outputs; output += kernel.width()) {
      kernel.multiply(steps, values, from * outputs + output * steps.depth(), sums, output);
    }
  }
}
