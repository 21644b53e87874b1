package dev.linchpin.probe;

/** Checks on a probe's arrays. */
final class Weights {
  private Weights() {}

  static void requireFinite(String name, float... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "expected finite weights, got " + values[i] + " at " + name + "[" + i + "]");
      }
    }
  }

  static void requireInputs(int inputs, float[] activations) {
    if (activations.length != inputs) {
      throw new IllegalArgumentException(
          "expected " + inputs + " activations, got " + activations.length);
    }
  }
}
