package dev.linchpin.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product: some steps by four vectors of outputs. The sums of a tile stay in registers
 * while a block of inputs passes, and each weight is loaded once for all its steps. Written out,
 * since only local variables become registers.
 */
final class Tiles {
  /** Outputs of a tile. */
  static final int WIDTH = 4 * VectorKernel.S.length();

  /** Vectors of 256 bits come with 16 registers, the others with the 32 that six steps need. */
  private static final boolean TALL = VectorKernel.S.vectorBitSize() != 256;

  private static final VectorSpecies<Float> S = VectorKernel.S;
  private static final int L = S.length();

  private final float[] steps;
  private final int stride;
  private final int rows;
  private final int depth;
  private final int outputs;
  private final float[] sums;

  Tiles(Panel panel, int outputs, float[] sums) {
    this.steps = panel.values();
    this.stride = panel.stride();
    this.rows = panel.rows();
    this.depth = panel.depth();
    this.outputs = outputs;
    this.sums = sums;
  }

  /** Steps of the tile that begins at a row. */
  int height(int row) {
    int left = rows - row;
    if (left >= 6 && TALL) {
      return 6;
    }
    return left >= 3 ? 3 : 1;
  }

  /** Adds the products of a tile: its rows by the outputs from {@code output} on. */
  void multiply(int row, int output, float[] weights, int from) {
    int w = from * outputs + output;
    int x = row * stride;
    int y = row * outputs + output;
    switch (height(row)) {
      case 6 -> six(weights, w, x, y);
      case 3 -> three(weights, w, x, y);
      default -> one(weights, w, x, y);
    }
  }

  private void six(float[] w, int at, int x0, int y0) {
    int x1 = x0 + stride;
    int x2 = x1 + stride;
    int x3 = x2 + stride;
    int x4 = x3 + stride;
    int x5 = x4 + stride;
    int y1 = y0 + outputs;
    int y2 = y1 + outputs;
    int y3 = y2 + outputs;
    int y4 = y3 + outputs;
    int y5 = y4 + outputs;
    FloatVector a0 = FloatVector.fromArray(S, sums, y0);
    FloatVector a1 = FloatVector.fromArray(S, sums, y0 + L);
    FloatVector a2 = FloatVector.fromArray(S, sums, y0 + 2 * L);
    FloatVector a3 = FloatVector.fromArray(S, sums, y0 + 3 * L);
    FloatVector b0 = FloatVector.fromArray(S, sums, y1);
    FloatVector b1 = FloatVector.fromArray(S, sums, y1 + L);
    FloatVector b2 = FloatVector.fromArray(S, sums, y1 + 2 * L);
    FloatVector b3 = FloatVector.fromArray(S, sums, y1 + 3 * L);
    FloatVector c0 = FloatVector.fromArray(S, sums, y2);
    FloatVector c1 = FloatVector.fromArray(S, sums, y2 + L);
    FloatVector c2 = FloatVector.fromArray(S, sums, y2 + 2 * L);
    FloatVector c3 = FloatVector.fromArray(S, sums, y2 + 3 * L);
    FloatVector d0 = FloatVector.fromArray(S, sums, y3);
    FloatVector d1 = FloatVector.fromArray(S, sums, y3 + L);
    FloatVector d2 = FloatVector.fromArray(S, sums, y3 + 2 * L);
    FloatVector d3 = FloatVector.fromArray(S, sums, y3 + 3 * L);
    FloatVector e0 = FloatVector.fromArray(S, sums, y4);
    FloatVector e1 = FloatVector.fromArray(S, sums, y4 + L);
    FloatVector e2 = FloatVector.fromArray(S, sums, y4 + 2 * L);
    FloatVector e3 = FloatVector.fromArray(S, sums, y4 + 3 * L);
    FloatVector f0 = FloatVector.fromArray(S, sums, y5);
    FloatVector f1 = FloatVector.fromArray(S, sums, y5 + L);
    FloatVector f2 = FloatVector.fromArray(S, sums, y5 + 2 * L);
    FloatVector f3 = FloatVector.fromArray(S, sums, y5 + 3 * L);
    for (int k = 0; k < depth; k++) {
      int j = at + k * outputs;
      FloatVector w0 = FloatVector.fromArray(S, w, j);
      FloatVector w1 = FloatVector.fromArray(S, w, j + L);
      FloatVector w2 = FloatVector.fromArray(S, w, j + 2 * L);
      FloatVector w3 = FloatVector.fromArray(S, w, j + 3 * L);
      FloatVector x = FloatVector.broadcast(S, steps[x0 + k]);
      a0 = w0.fma(x, a0);
      a1 = w1.fma(x, a1);
      a2 = w2.fma(x, a2);
      a3 = w3.fma(x, a3);
      x = FloatVector.broadcast(S, steps[x1 + k]);
      b0 = w0.fma(x, b0);
      b1 = w1.fma(x, b1);
      b2 = w2.fma(x, b2);
      b3 = w3.fma(x, b3);
      x = FloatVector.broadcast(S, steps[x2 + k]);
      c0 = w0.fma(x, c0);
      c1 = w1.fma(x, c1);
      c2 = w2.fma(x, c2);
      c3 = w3.fma(x, c3);
      x = FloatVector.broadcast(S, steps[x3 + k]);
      d0 = w0.fma(x, d0);
      d1 = w1.fma(x, d1);
      d2 = w2.fma(x, d2);
      d3 = w3.fma(x, d3);
      x = FloatVector.broadcast(S, steps[x4 + k]);
      e0 = w0.fma(x, e0);
      e1 = w1.fma(x, e1);
      e2 = w2.fma(x, e2);
      e3 = w3.fma(x, e3);
      x = FloatVector.broadcast(S, steps[x5 + k]);
      f0 = w0.fma(x, f0);
      f1 = w1.fma(x, f1);
      f2 = w2.fma(x, f2);
      f3 = w3.fma(x, f3);
    }
    a0.intoArray(sums, y0);
    a1.intoArray(sums, y0 + L);
    a2.intoArray(sums, y0 + 2 * L);
    a3.intoArray(sums, y0 + 3 * L);
    b0.intoArray(sums, y1);
    b1.intoArray(sums, y1 + L);
    b2.intoArray(sums, y1 + 2 * L);
    b3.intoArray(sums, y1 + 3 * L);
    c0.intoArray(sums, y2);
    c1.intoArray(sums, y2 + L);
    c2.intoArray(sums, y2 + 2 * L);
    c3.intoArray(sums, y2 + 3 * L);
    d0.intoArray(sums, y3);
    d1.intoArray(sums, y3 + L);
    d2.intoArray(sums, y3 + 2 * L);
    d3.intoArray(sums, y3 + 3 * L);
    e0.intoArray(sums, y4);
    e1.intoArray(sums, y4 + L);
    e2.intoArray(sums, y4 + 2 * L);
    e3.intoArray(sums, y4 + 3 * L);
    f0.intoArray(sums, y5);
    f1.intoArray(sums, y5 + L);
    f2.intoArray(sums, y5 + 2 * L);
    f3.intoArray(sums, y5 + 3 * L);
  }

  private void three(float[] w, int at, int x0, int y0) {
    int x1 = x0 + stride;
    int x2 = x1 + stride;
    int y1 = y0 + outputs;
    int y2 = y1 + outputs;
    FloatVector a0 = FloatVector.fromArray(S, sums, y0);
    FloatVector a1 = FloatVector.fromArray(S, sums, y0 + L);
    FloatVector a2 = FloatVector.fromArray(S, sums, y0 + 2 * L);
    FloatVector a3 = FloatVector.fromArray(S, sums, y0 + 3 * L);
    FloatVector b0 = FloatVector.fromArray(S, sums, y1);
    FloatVector b1 = FloatVector.fromArray(S, sums, y1 + L);
    FloatVector b2 = FloatVector.fromArray(S, sums, y1 + 2 * L);
    FloatVector b3 = FloatVector.fromArray(S, sums, y1 + 3 * L);
    FloatVector c0 = FloatVector.fromArray(S, sums, y2);
    FloatVector c1 = FloatVector.fromArray(S, sums, y2 + L);
    FloatVector c2 = FloatVector.fromArray(S, sums, y2 + 2 * L);
    FloatVector c3 = FloatVector.fromArray(S, sums, y2 + 3 * L);
    for (int k = 0; k < depth; k++) {
      int j = at + k * outputs;
      FloatVector w0 = FloatVector.fromArray(S, w, j);
      FloatVector w1 = FloatVector.fromArray(S, w, j + L);
      FloatVector w2 = FloatVector.fromArray(S, w, j + 2 * L);
      FloatVector w3 = FloatVector.fromArray(S, w, j + 3 * L);
      FloatVector x = FloatVector.broadcast(S, steps[x0 + k]);
      a0 = w0.fma(x, a0);
      a1 = w1.fma(x, a1);
      a2 = w2.fma(x, a2);
      a3 = w3.fma(x, a3);
      x = FloatVector.broadcast(S, steps[x1 + k]);
      b0 = w0.fma(x, b0);
      b1 = w1.fma(x, b1);
      b2 = w2.fma(x, b2);
      b3 = w3.fma(x, b3);
      x = FloatVector.broadcast(S, steps[x2 + k]);
      c0 = w0.fma(x, c0);
      c1 = w1.fma(x, c1);
      c2 = w2.fma(x, c2);
      c3 = w3.fma(x, c3);
    }
    a0.intoArray(sums, y0);
    a1.intoArray(sums, y0 + L);
    a2.intoArray(sums, y0 + 2 * L);
    a3.intoArray(sums, y0 + 3 * L);
    b0.intoArray(sums, y1);
    b1.intoArray(sums, y1 + L);
    b2.intoArray(sums, y1 + 2 * L);
    b3.intoArray(sums, y1 + 3 * L);
    c0.intoArray(sums, y2);
    c1.intoArray(sums, y2 + L);
    c2.intoArray(sums, y2 + 2 * L);
    c3.intoArray(sums, y2 + 3 * L);
  }

  private void one(float[] w, int at, int x0, int y0) {
    FloatVector a0 = FloatVector.fromArray(S, sums, y0);
    FloatVector a1 = FloatVector.fromArray(S, sums, y0 + L);
    FloatVector a2 = FloatVector.fromArray(S, sums, y0 + 2 * L);
    FloatVector a3 = FloatVector.fromArray(S, sums, y0 + 3 * L);
    for (int k = 0; k < depth; k++) {
      int j = at + k * outputs;
      FloatVector w0 = FloatVector.fromArray(S, w, j);
      FloatVector w1 = FloatVector.fromArray(S, w, j + L);
      FloatVector w2 = FloatVector.fromArray(S, w, j + 2 * L);
      FloatVector w3 = FloatVector.fromArray(S, w, j + 3 * L);
      FloatVector x = FloatVector.broadcast(S, steps[x0 + k]);
      a0 = w0.fma(x, a0);
      a1 = w1.fma(x, a1);
      a2 = w2.fma(x, a2);
      a3 = w3.fma(x, a3);
    }
    a0.intoArray(sums, y0);
    a1.intoArray(sums, y0 + L);
    a2.intoArray(sums, y0 + 2 * L);
    a3.intoArray(sums, y0 + 3 * L);
  }
}
