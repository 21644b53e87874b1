package dev.linchpin.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Float arrays as little-endian bytes, bit for bit. */
final class FloatBytes {

  private FloatBytes() {}

  /** The arrays one after the other: 4 bytes a value. */
  static ByteBuffer of(float[]... arrays) {
    int values = 0;
    for (float[] array : arrays) {
      values = Math.addExact(values, array.length);
    }
    ByteBuffer bytes = allocate(values);
    FloatBuffer floats = bytes.asFloatBuffer();
    for (float[] array : arrays) {
      floats.put(array);
    }
    return bytes;
  }

  /** The next {@code count} values. */
  static float[] take(FloatBuffer from, int count) {
    float[] values = new float[count];
    from.get(values);
    return values;
  }

  /**
   * All values.
   *
   * @param expected number of values that there must be
   */
  static FloatBuffer floats(ByteBuffer bytes, long expected) {
    if (bytes.remaining() != expected * Float.BYTES) {
      throw new IllegalArgumentException(
          "expected " + expected * Float.BYTES + " bytes of weights, got " + bytes.remaining());
    }
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  private static ByteBuffer allocate(int values) {
    return ByteBuffer.allocate(Math.multiplyExact(values, Float.BYTES))
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
