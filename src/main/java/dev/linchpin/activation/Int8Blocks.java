package dev.linchpin.activation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values as {@link NumberFormat#INT8}. */
final class Int8Blocks {
  private static final int LARGEST = 127;

  private Int8Blocks() {}

  static byte[] encode(float[] values) {
    byte[] data = new byte[Math.toIntExact(NumberFormat.INT8.bytes(values.length))];
    ByteBuffer scales =
        littleEndian(ByteBuffer.wrap(data, values.length, data.length - values.length));
    for (int from = 0; from < values.length; from += NumberFormat.BLOCK) {
      int to = Math.min(from + NumberFormat.BLOCK, values.length);
      float scale = scale(values, from, to);
      scales.putFloat(scale);
      if (scale > 0) {
        quantise(values, from, to, scale, data);
      }
    }
    return data;
  }

  /**
   * Reads {@code count} values, the first of them number {@code from}.
   *
   * @param size of the whole tensor: its scales come after so many bytes
   */
  static void decode(ByteBuffer data, int size, int from, float[] into, int at, int count) {
    int done = 0;
    while (done < count) {
      int first = from + done;
      int left = NumberFormat.BLOCK - first % NumberFormat.BLOCK;
      float scale = data.getFloat(size + first / NumberFormat.BLOCK * Float.BYTES);
      int inBlock = Math.min(left, count - done);
      for (int i = 0; i < inBlock; i++) {
        into[at + done + i] = data.get(first + i) * scale;
      }
      done += inBlock;
    }
  }

  private static void quantise(float[] values, int from, int to, float scale, byte[] data) {
    for (int i = from; i < to; i++) {
      int rounded = Math.round(values[i] / scale);
      data[i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, rounded));
    }
  }

  /** NaN where a value is not finite. */
  private static float scale(float[] values, int from, int to) {
    float largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (!Float.isFinite(largest)) {
      return Float.NaN;
    }
    float scale = largest / LARGEST;
    // Rounded up, the scale of the largest float would give back infinity.
    return Float.isInfinite(scale * LARGEST) ? Math.nextDown(scale) : scale;
  }

  private static ByteBuffer littleEndian(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
