package dev.linchpin.kernel;

import static jdk.incubator.vector.VectorOperators.ADD;
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
  public int padding() {
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

  /** Whole vectors: outputs are padded. */
  @Override
  public void expand(short[] values, int from, float[] into, int count) {
    for (int i = 0; i < count; i += L) {
      expanded(values, from + i).intoArray(into, i);
    }
  }

  @Override
  public void multiply(Panel steps, SingleWeights weights, int from, float[] sums) {
    Tiles tiles = new Tiles(steps, weights.outputs(), sums);
    for (int row = 0; row < steps.rows(); row += tiles.height(row)) {
      for (int output = 0; output < weights.outputs(); output += Tiles.WIDTH) {
        tiles.multiply(row, output, weights.values(), from);
      }
    }
  }

  @Override
  public void multiply(Panel steps, BFloat16Weights weights, int from, float[] sums) {
    BFloat16Tiles tiles = new BFloat16Tiles(steps, weights.outputs(), sums);
    for (int row = 0; row < steps.rows(); row += tiles.height(row)) {
      for (int output = 0; output < weights.outputs(); output += Tiles.WIDTH) {
        tiles.multiply(row, output, weights.values(), from);
      }
    }
  }

  @Override
  public void addProducts(float[] x, int at, float[] weights, int from, int count, float[] lanes) {
    int whole = count - count % LANES;
    for (int lane = 0; lane < LANES; lane += L) {
      FloatVector sum = FloatVector.fromArray(S, lanes, lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector values = FloatVector.fromArray(S, x, at + i);
        sum = values.fma(FloatVector.fromArray(S, weights, from + i), sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < count; i++) {
      lanes[i - whole] = Math.fma(x[at + i], weights[from + i], lanes[i - whole]);
    }
  }

  @Override
  public void addSquares(float[] x, int at, Spread spread, int from, int count, float[] lanes) {
    int whole = count - count % LANES;
    for (int lane = 0; lane < LANES; lane += L) {
      FloatVector sum = FloatVector.fromArray(S, lanes, lane);
      for (int i = lane; i < whole; i += LANES) {
        FloatVector deviations =
            FloatVector.fromArray(S, x, at + i)
                .sub(FloatVector.fromArray(S, spread.mean(), from + i))
                .mul(FloatVector.fromArray(S, spread.scale(), from + i));
        sum = deviations.fma(deviations, sum);
      }
      sum.intoArray(lanes, lane);
    }
    for (int i = whole; i < count; i++) {
      float deviations = (x[at + i] - spread.mean()[from + i]) * spread.scale()[from + i];
      lanes[i - whole] = Math.fma(deviations, deviations, lanes[i - whole]);
    }
  }

  /** Zero times a value is 0, or NaN where the value is not finite; NaN stays in a sum. */
  @Override
  public boolean isFinite(float[] x, int at, int count) {
    int whole = S.loopBound(count);
    FloatVector zeros = FloatVector.zero(S);
    for (int i = 0; i < whole; i += L) {
      zeros = FloatVector.fromArray(S, x, at + i).fma(FloatVector.zero(S), zeros);
    }
    float zero = zeros.reduceLanes(ADD);
    for (int i = whole; i < count; i++) {
      zero += 0 * x[at + i];
    }
    return zero == 0;
  }

  static FloatVector expanded(short[] values, int from) {
    return expanded(ShortVector.fromArray(SHORTS, values, from));
  }

  private static FloatVector expanded(ShortVector bits) {
    IntVector wide = (IntVector) bits.convertShape(S2I, INTS, 0);
    return wide.lanewise(LSHL, 16).reinterpretAsFloats();
  }
}
