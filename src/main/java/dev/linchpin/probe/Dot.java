package dev.linchpin.probe;

final class Dot {
  private Dot() {}

  static void requireLength(int inputs, float[] activations) {
    if (activations.length != inputs) {
      throw new IllegalArgumentException(
          "expected " + inputs + " activations, got " + activations.length);
    }
  }

  /** Sum of {@code weights[offset + i] * x[i]} over all of {@code x}. */
  static float product(float[] weights, int offset, float[] x) {
    float s0 = 0f;
    float s1 = 0f;
    float s2 = 0f;
    float s3 = 0f;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      s0 += weights[offset + i] * x[i];
      s1 += weights[offset + i + 1] * x[i + 1];
      s2 += weights[offset + i + 2] * x[i + 2];
      s3 += weights[offset + i + 3] * x[i + 3];
    }
    for (; i < x.length; i++) {
      s0 += weights[offset + i] * x[i];
    }
    return s0 + s1 + s2 + s3;
  }
}
