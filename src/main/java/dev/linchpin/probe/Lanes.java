package dev.linchpin.probe;

/** Partial sums of a {@link dev.linchpin.kernel.Kernel}. */
final class Lanes {
  private Lanes() {}

  /** Their sum, in ascending order. */
  static float sum(float[] lanes) {
    float sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}
