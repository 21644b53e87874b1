package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The rotary embedding at given positions. The sign of the rotated half is part of the sine.
 *
 * @param cos [rows, 1, tokens, headDim]
 * @param sin [rows, 1, tokens, headDim]; negative in the first half
 */
record Rotation(NDArray cos, NDArray sin) {

  /** Rotation of tokens at {@code starts[row] + 0, 1, ...}. */
  static Rotation at(NDManager manager, ModelConfig config, int[] starts, int tokens) {
    int dim = config.headDim();
    double[] frequencies = frequencies(dim, config.ropeTheta());
    float[] cos = new float[starts.length * tokens * dim];
    float[] sin = new float[cos.length];
    for (int i = 0; i < starts.length * tokens; i++) {
      double position = starts[i / tokens] + i % tokens;
      fill(position, frequencies, cos, sin, i * dim);
    }
    Shape shape = new Shape(starts.length, 1, tokens, dim);
    return new Rotation(manager.create(cos, shape), manager.create(sin, shape));
  }

  /** Radians per position of each pair: {@code theta^(-2j / dim)}. */
  private static double[] frequencies(int dim, double theta) {
    double[] frequencies = new double[dim / 2];
    for (int j = 0; j < frequencies.length; j++) {
      frequencies[j] = Math.pow(theta, -2.0 * j / dim);
    }
    return frequencies;
  }

  private static void fill(
      double position, double[] frequencies, float[] cos, float[] sin, int at) {
    int half = frequencies.length;
    for (int j = 0; j < half; j++) {
      double angle = position * frequencies[j];
      cos[at + j] = cos[at + half + j] = (float) Math.cos(angle);
      sin[at + half + j] = (float) Math.sin(angle);
      sin[at + j] = -sin[at + half + j];
    }
  }

  /** Rotates {@code [rows, heads, tokens, headDim]}. */
  NDArray apply(NDArray x) {
    NDList halves = x.split(2, 3);
    NDArray swapped = halves.get(1).concat(halves.get(0), 3);
    return x.mul(cos).add(swapped.mul(sin));
  }
}
