package dev.linchpin.kernel;

/**
 * Weights in single precision.
 *
 * @param values {@code [inputs, outputs]}
 * @param outputs padded
 */
record SingleWeights(float[] values, int outputs) implements Weights {

  static SingleWeights pack(float[] rows, int inputs, int padding) {
    int outputs = rows.length / inputs;
    int padded = (outputs + padding - 1) / padding * padding;
    float[] packed = new float[Math.multiplyExact(inputs, padded)];
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        packed[input * padded + output] = rows[output * inputs + input];
      }
    }
    return new SingleWeights(packed, padded);
  }

  @Override
  public void multiply(Panel steps, int from, float[] sums, Scratch scratch) {
    scratch.kernel().multiply(steps, this, from, sums);
  }
}
