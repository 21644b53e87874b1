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
    return switch (format) {
      case BF16 -> encodeBf16(values);
      case F16 -> encodeF16(values);
      case F32 -> encodeF32(values);
      case INT8 -> Int8Blocks.encode(values);
    };
  }

  private static byte[] encodeBf16(float[] values) {
    byte[] data = new byte[Math.multiplyExact(2, values.length)];
    for (int i = 0; i < values.length; i++) {
      SHORT.set(data, 2 * i, SmallFloats.toBf16(values[i]));
    }
    return data;
  }

  private static byte[] encodeF16(float[] values) {
    byte[] data = new byte[Math.multiplyExact(2, values.length)];
    for (int i = 0; i < values.length; i++) {
      SHORT.set(data, 2 * i, SmallFloats.toF16(values[i]));
    }
    return data;
  }

  private static byte[] encodeF32(float[] values) {
    byte[] data = new byte[Math.multiplyExact(4, values.length)];
    for (int i = 0; i < values.length; i++) {
      FLOAT.set(data, 4 * i, values[i]);
    }
    return data;
  }

  /** Reads {@code count} values, the first of them number {@code from}. */
  static void decodeBf16(ByteBuffer data, int from, float[] into, int at, int count) {
    Kernel.best().expand(data.array(), data.arrayOffset() + 2 * from, into, at, count);
  }

  /** Reads {@code count} values, the first of them number {@code from}. */
  static void decodeF16(ByteBuffer data, int from, float[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = SmallFloats.fromF16(data.getShort(2 * (from + i)));
    }
  }

  private static VarHandle littleEndian(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
