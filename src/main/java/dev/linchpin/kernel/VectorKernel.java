package dev.linchpin.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.S2I;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Products by the JDK's vector instructions. */
final class VectorKernel implements Kernel {
  static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, S.vectorShape());
  private static final VectorShape HALF = VectorShape.forBitSize(S.vectorBitSize() / 2);
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, HALF);
  private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, HALF);
  private static final int L = S.length();

  @Override
  public int width() {
    return Tiles.WIDTH;
  }

  @Override
  public void expand(byte[] data, int offset, float[] into, int at, int count) {
    int whole = S.loopBound(count);
    for (int i = 0; i < whole; i += L) {
      ShortVector bits = ByteVector.fromArray(BYTES, data, offset + 2 * i).reinterpretAsShorts();
      expanded(bits).intoArray(into, at + i);
    }
    for (int i = whole; i < count; i++) {
      int low = data[offset + 2 * i] & 0xff;
      into[at + i] = Float.intBitsToFloat((data[offset + 2 * i + 1] << 24) | (low << 16));
    }
  }

  @Override
  public void expand(short[] values, int from, float[] into, int count) {
    for (int i = 0; i < count; i += L) {
      expanded(values, from + i).intoArray(into, i);
    }
  }

  @Override
  public void multiply(Panel steps, float[] weights, int at, Sums sums, int output) {
    for (int row = 0; row < steps.rows(); row += ROWS) {
      Tiles.multiply(steps, row, weights, at, sums, output);
    }
  }

  @Override
  public void multiply(Panel steps, short[] weights, int at, Sums sums, int output) {
    for (int row = 0; row < steps.rows(); row += ROWS) {
      Tiles.multiply(steps, row, weights, at, sums, output);
    }
  }

  @Override
  public void addProducts(float[] x, int at, float[] weights, int from, int count, float[] lanes) {
    int whole = count - count % LANES;
    for (int lane = 0; lane < LANES; lane += 4 * L) {
      FloatVector a = FloatVector.fromArray(S, lanes, lane);
      FloatVector b = FloatVector.fromArray(S, lanes, lane + L);
      FloatVector c = FloatVector.fromArray(S, lanes, lane + 2 * L);
      FloatVector d = FloatVector.fromArray(S, lanes, lane + 3 * L);
      for (int i = lane; i < whole; i += LANES) {
        a = product(x, at + i, weights, from + i, a);
        b = product(x, at + i + L, weights, from + i + L, b);
        c = product(x, at + i + 2 * L, weights, from + i + 2 * L, c);
        d = product(x, at + i + 3 * L, weights, from + i + 3 * L, d);
      }
      a.intoArray(lanes, lane);
      b.intoArray(lanes, lane + L);
      c.intoArray(lanes, lane + 2 * L);
      d.intoArray(lanes, lane + 3 * L);
    }
    for (int i = whole; i < count; i++) {
      lanes[i - whole] = Math.fma(x[at + i], weights[from + i], lanes[i - whole]);
    }
  }

  private static FloatVector product(float[] x, int at, float[] w, int from, FloatVector sum) {
    return FloatVector.fromArray(S, x, at).fma(FloatVector.fromArray(S, w, from), sum);
  }

  @Override
  public void addSquares(float[] x, int at, Spread spread, int from, int count, float[] lanes) {
    float[] mean = spread.mean();
    float[] scale = spread.scale();
    int whole = count - count % LANES;
    for (int lane = 0; lane < LANES; lane += 4 * L) {
      FloatVector a = FloatVector.fromArray(S, lanes, lane);
      FloatVector b = FloatVector.fromArray(S, lanes, lane + L);
      FloatVector c = FloatVector.fromArray(S, lanes, lane + 2 * L);
      FloatVector d = FloatVector.fromArray(S, lanes, lane + 3 * L);
      for (int i = lane; i < whole; i += LANES) {
        a = square(x, at + i, mean, scale, from + i, a);
        b = square(x, at + i + L, mean, scale, from + i + L, b);
        c = square(x, at + i + 2 * L, mean, scale, from + i + 2 * L, c);
        d = square(x, at + i + 3 * L, mean, scale, from + i + 3 * L, d);
      }
      a.intoArray(lanes, lane);
      b.intoArray(lanes, lane + L);
      c.intoArray(lanes, lane + 2 * L);
      d.intoArray(lanes, lane + 3 * L);
    }
    for (int i = whole; i < count; i++) {
      float deviations = (x[at + i] - mean[from + i]) * scale[from + i];
      lanes[i - whole] = Math.fma(deviations, deviations, lanes[i - whole]);
    }
  }

  private static FloatVector square(
      float[] x, int at, float[] mean, float[] scale, int from, FloatVector sum) {
    FloatVector deviations =
        FloatVector.fromArray(S, x, at)
            .sub(FloatVector.fromArray(S, mean, from))
            .mul(FloatVector.fromArray(S, scale, from));
    return deviations.fma(deviations, sum);
  }

  static FloatVector expanded(short[] values, int from) {
    return expanded(ShortVector.fromArray(SHORTS, values, from));
  }

  private static FloatVector expanded(ShortVector bits) {
    IntVector wide = (IntVector) bits.convertShape(S2I, INTS, 0);
    return wide.lanewise(LSHL, 16).reinterpretAsFloats();
  }
}
