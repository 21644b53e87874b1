package dev.linchpin.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** As {@link Tiles}, for few steps: the weights are expanded on their way to the registers. */
final class BFloat16Tiles {
  private static final VectorSpecies<Float> S = VectorKernel.S;
  private static final int L = S.length();

  private final float[] steps;
  private final int stride;
  private final int rows;
  private final int depth;
  private final int outputs;
  private final float[] sums;

  BFloat16Tiles(Panel panel, int outputs, float[] sums) {
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
    return left >= 3 ? 3 : 1;
  }

  /** Adds the products of a tile: its rows by the outputs from {@code output} on. */
  void multiply(int row, int output, short[] weights, int from) {
    int w = from * outputs + output;
    int x = row * stride;
    int y = row * outputs + output;
    switch (height(row)) {
      case 3 -> three(weights, w, x, y);
      default -> one(weights, w, x, y);
    }
  }

  private void three(short[] w, int at, int x0, int y0) {
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
      FloatVector w0 = VectorKernel.expanded(w, j);
      FloatVector w1 = VectorKernel.expanded(w, j + L);
      FloatVector w2 = VectorKernel.expanded(w, j + 2 * L);
      FloatVector w3 = VectorKernel.expanded(w, j + 3 * L);
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

  private void one(short[] w, int at, int x0, int y0) {
    FloatVector a0 = FloatVector.fromArray(S, sums, y0);
    FloatVector a1 = FloatVector.fromArray(S, sums, y0 + L);
    FloatVector a2 = FloatVector.fromArray(S, sums, y0 + 2 * L);
    FloatVector a3 = FloatVector.fromArray(S, sums, y0 + 3 * L);
    for (int k = 0; k < depth; k++) {
      int j = at + k * outputs;
      FloatVector w0 = VectorKernel.expanded(w, j);
      FloatVector w1 = VectorKernel.expanded(w, j + L);
      FloatVector w2 = VectorKernel.expanded(w, j + 2 * L);
      FloatVector w3 = VectorKernel.expanded(w, j + 3 * L);
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
