package dev.linchpin.probe;

import java.util.Arrays;

/**
 * Numbers with a shape.
 *
 * @param shape sizes of the dimensions; {@code []} for a single number
 * @param values row-major
 */
record Tensor(int[] shape, float[] values) {

  static Tensor of(float[] values, int... shape) {
    return new Tensor(shape, values);
  }

  static Tensor scalar(float value) {
    return of(new float[] {value});
  }

  String describe() {
    return Arrays.toString(shape);
  }
}
