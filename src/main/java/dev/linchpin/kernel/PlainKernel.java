package dev.linchpin.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Loops that a compiler can turn into vector instructions by itself. */
final class PlainKernel implements Kernel {
  private static final int WIDTH = 16;
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void expand(byte[] data, int offset, float[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = expanded((short) SHORT.get(data, offset + 2 * i));
    }
  }

  @Override
  public void expand(short[] values, int from, float[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = expanded(values[from + i]);
    }
  }

  @Override
  public void multiply(Panel steps, float[] weights, int at, Sums sums, int output) {
    for (int row = 0; row < steps.rows(); row++) {
      int to = row * sums.outputs() + output;
      for (int k = 0; k < steps.depth(); k++) {
        float x = steps.values()[row * Panel.STRIDE + k];
        addRow(x, weights, at + k * WIDTH, sums.values(), to);
      }
    }
  }

  @Override
  public void multiply(Panel steps, short[] weights, int at, Sums sums, int output) {
    float[] tile = new float[steps.depth() * WIDTH];
    expand(weights, at, tile, tile.length);
    multiply(steps, tile, 0, sums, output);
  }

  @Override
  public void addProducts(float[] x, int at, float[] weights, int from, int count, float[] lanes) {
    for (int i = 0; i < count; i++) {
      int lane = i % LANES;
      lanes[lane] = Math.fma(x[at + i], weights[from + i], lanes[lane]);
    }
  }

  @Override
  public void addSquares(float[] x, int at, Spread spread, int from, int count, float[] lanes) {
    for (int i = 0; i < count; i++) {
      int lane = i % LANES;
      float deviations = (x[at + i] - spread.mean()[from + i]) * spread.scale()[from + i];
      lanes[lane] = Math.fma(deviations, deviations, lanes[lane]);
    }
  }

  private static void addRow(float x, float[] weights, int at, float[] sums, int to) {
    for (int u = 0; u < WIDTH; u++) {
      sums[to + u] = Math.fma(x, weights[at + u], sums[to + u]);
    }
  }

  private static float expanded(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
