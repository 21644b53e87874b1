package dev.linchpin.kernel;

/** A kernel and room that it needs on the way; for one thread. */
public final class Scratch {
  private final Kernel kernel;
  private float[] floats = new float[0];

  public Scratch(Kernel kernel) {
    this.kernel = kernel;
  }

  public Kernel kernel() {
    return kernel;
  }

  /** At least {@code size} values, of any content. */
  float[] floats(int size) {
    if (floats.length < size) {
      floats = new float[size];
    }
    return floats;
  }
}
