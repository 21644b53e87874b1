package dev.linchpin.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of weights, two vectors wide, by four steps: their eight sums, the tile's two vectors and
 * the four steps' values fill 14 of the 16 registers that every machine has. The sums stay in them
 * while a block of inputs passes. Written out, since only local variables become registers.
 */
final class Tiles {
  private static final VectorSpecies<Float> S = VectorKernel.S;
  private static final int L = S.length();

  /** Outputs of a tile. */
  static final int WIDTH = 2 * L;

  private Tiles() {}

  /**
   * Adds the products of four rows, as {@link Kernel#multiply(Panel, float[], int, Sums, int)}.
   *
   * @param row the first of them
   */
  static void multiply(Panel panel, int row, float[] weights, int at, Sums sums, int output) {
    float[] steps = panel.values();
    int x = row * Panel.STRIDE;
    float[] y = sums.values();
    int ya = row * sums.outputs() + output;
    int yb = ya + sums.outputs();
    int yc = yb + sums.outputs();
    int yd = yc + sums.outputs();
    FloatVector a0 = FloatVector.fromArray(S, y, ya);
    FloatVector a1 = FloatVector.fromArray(S, y, ya + L);
    FloatVector b0 = FloatVector.fromArray(S, y, yb);
    FloatVector b1 = FloatVector.fromArray(S, y, yb + L);
    FloatVector c0 = FloatVector.fromArray(S, y, yc);
    FloatVector c1 = FloatVector.fromArray(S, y, yc + L);
    FloatVector d0 = FloatVector.fromArray(S, y, yd);
    FloatVector d1 = FloatVector.fromArray(S, y, yd + L);
    int depth = panel.depth();
    for (int k = 0; k < depth; k++) {
      FloatVector w0 = FloatVector.fromArray(S, weights, at + k * WIDTH);
      FloatVector w1 = FloatVector.fromArray(S, weights, at + k * WIDTH + L);
      FloatVector value = FloatVector.broadcast(S, steps[x + k]);
      a0 = w0.fma(value, a0);
      a1 = w1.fma(value, a1);
      value = FloatVector.broadcast(S, steps[x + Panel.STRIDE + k]);
      b0 = w0.fma(value, b0);
      b1 = w1.fma(value, b1);
      value = FloatVector.broadcast(S, steps[x + 2 * Panel.STRIDE + k]);
      c0 = w0.fma(value, c0);
      c1 = w1.fma(value, c1);
      value = FloatVector.broadcast(S, steps[x + 3 * Panel.STRIDE + k]);
      d0 = w0.fma(value, d0);
      d1 = w1.fma(value, d1);
    }
    a0.intoArray(y, ya);
    a1.intoArray(y, ya + L);
    b0.intoArray(y, yb);
    b1.intoArray(y, yb + L);
    c0.intoArray(y, yc);
    c1.intoArray(y, yc + L);
    d0.intoArray(y, yd);
    d1.intoArray(y, yd + L);
  }

  /** The same with weights in bfloat16, which are expanded on their way to the registers. */
  static void multiply(Panel panel, int row, short[] weights, int at, Sums sums, int output) {
    float[] steps = panel.values();
    int x = row * Panel.STRIDE;
    float[] y = sums.values();
    int ya = row * sums.outputs() + output;
    int yb = ya + sums.outputs();
    int yc = yb + sums.outputs();
    int yd = yc + sums.outputs();
    FloatVector a0 = FloatVector.fromArray(S, y, ya);
    FloatVector a1 = FloatVector.fromArray(S, y, ya + L);
    FloatVector b0 = FloatVector.fromArray(S, y, yb);
    FloatVector b1 = FloatVector.fromArray(S, y, yb + L);
    FloatVector c0 = FloatVector.fromArray(S, y, yc);
    FloatVector c1 = FloatVector.fromArray(S, y, yc + L);
    FloatVector d0 = FloatVector.fromArray(S, y, yd);
    FloatVector d1 = FloatVector.fromArray(S, y, yd + L);
    int depth = panel.depth();
    for (int k = 0; k < depth; k++) {
      FloatVector w0 = VectorKernel.expanded(weights, at + k * WIDTH);
      FloatVector w1 = VectorKernel.expanded(weights, at + k * WIDTH + L);
      FloatVector value = FloatVector.broadcast(S, steps[x + k]);
      a0 = w0.fma(value, a0);
      a1 = w1.fma(value, a1);
      value = FloatVector.broadcast(S, steps[x + Panel.STRIDE + k]);
      b0 = w0.fma(value, b0);
      b1 = w1.fma(value, b1);
      value = FloatVector.broadcast(S, steps[x + 2 * Panel.STRIDE + k]);
      c0 = w0.fma(value, c0);
      c1 = w1.fma(value, c1);
      value = FloatVector.broadcast(S, steps[x + 3 * Panel.STRIDE + k]);
      d0 = w0.fma(value, d0);
      d1 = w1.fma(value, d1);
    }
    a0.intoArray(y, ya);
    a1.intoArray(y, ya + L);
    b0.intoArray(y, yb);
    b1.intoArray(y, yb + L);
    c0.intoArray(y, yc);
    c1.intoArray(y, yc + L);
    d0.intoArray(y, yd);
    d1.intoArray(y, yd + L);
  }
}
