package dev.linchpin.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Loops that a compiler can turn into vector instructions by itself. */
final class PlainKernel implements Kernel {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  @Override
  public int padding() {
    return 1;
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
  public void multiply(Panel steps, SingleWeights weights, int from, float[] sums) {
    int outputs = weights.outputs();
    for (int row = 0; row < steps.rows(); row++) {
      for (int k = 0; k < steps.depth(); k++) {
        float x = steps.values()[row * steps.stride() + k];
        addRow(x, weights.values(), (from + k) * outputs, sums, row * outputs, outputs);
      }
    }
  }

  @Override
  public void multiply(Panel steps, BFloat16Weights weights, int from, float[] sums) {
    int outputs = weights.outputs();
    float[] expanded = new float[outputs];
    for (int k = 0; k < steps.depth(); k++) {
      expand(weights.values(), (from + k) * outputs, expanded, outputs);
      for (int row = 0; row < steps.rows(); row++) {
        float x = steps.values()[row * steps.stride() + k];
        addRow(x, expanded, 0, sums, row * outputs, outputs);
      }
    }
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

  @Override
  public boolean isFinite(float[] x, int at, int count) {
    for (int i = at; i < at + count; i++) {
      if (!Float.isFinite(x[i])) {
        return false;
      }
    }
    return true;
  }

  private static void addRow(float x, float[] w, int at, float[] sums, int to, int outputs) {
    for (int output = 0; output < outputs; output++) {
      sums[to + output] = Math.fma(x, w[at + output], sums[to + output]);
    }
  }

  private static float expanded(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
