package dev.linchpin.activation;

import dev.linchpin.kernel.Kernel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of numbers as little-endian bytes. */
final class TensorBytes {
  private static final VarHandle SHORT = littleEndian(short[].class);
  private static final VarHandle FLOAT = littleEndian(float[].class);

  private TensorBytes() {}

  static byte[] encode(float[] values, NumberFormat format) {
    byte[] data = new byte[Math.multiplyExact(values.length, format.bytes())];
    for (int i = 0; i < values.length; i++) {
      switch (format) {
        case BF16 -> SHORT.set(data, 2 * i, SmallFloats.toBf16(values[i]));
        case F16 -> SHORT.set(data, 2 * i, SmallFloats.toF16(values[i]));
        case F32 -> FLOAT.set(data, 4 * i, values[i]);
      }
    }
    return data;
  }

  /**
   * Reads {@code count} values, the first of them number {@code from}, into a place in an array.
   */
  static void decode(
      ByteBuffer data, NumberFormat format, int from, float[] into, int at, int count) {
    switch (format) {
      case BF16 -> decodeBf16(data, from, into, at, count);
      case F16 -> decodeF16(data, from, into, at, count);
      case F32 -> data.asFloatBuffer().get(from, into, at, count);
    }
  }

  private static void decodeBf16(ByteBuffer data, int from, float[] into, int at, int count) {
    Kernel.best().expand(data.array(), data.arrayOffset() + 2 * from, into, at, count);
  }

  private static void decodeF16(ByteBuffer data, int from, float[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = SmallFloats.fromF16(data.getShort(2 * (from + i)));
    }
  }

  private static VarHandle littleEndian(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
