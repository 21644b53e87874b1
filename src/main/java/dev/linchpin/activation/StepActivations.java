package dev.linchpin.activation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One step's activations as they travel: little-endian values of {@code [layers, hidden]},
 * layer-major. The length is checked when the values are read, not here: a record from the wire may
 * be wrong, and whoever reads it says so with its address.
 *
 * @param shape layers, hidden and pooling
 * @param format number format of {@code data}
 * @param data the values: a view of the bytes from its position to its limit, on the heap,
 *     little-endian; to be read by index, never moved or written
 */
public record StepActivations(CaptureShape shape, NumberFormat format, ByteBuffer data) {
  public StepActivations {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(format, "format");
    data = (data.hasArray() ? data.slice() : copy(data)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Values that fill an array, which must not be written any more. */
  public StepActivations(CaptureShape shape, NumberFormat format, byte[] data) {
    this(shape, format, ByteBuffer.wrap(data));
  }

  /**
   * Rounds values to a number format, to nearest, ties to even. A value beyond the format's range
   * becomes infinite.
   *
   * @param values {@code [layers * hidden]}, layer-major
   */
  public static StepActivations encode(CaptureShape shape, NumberFormat format, float[] values) {
    requireSize(shape, values.length);
    return new StepActivations(shape, format, TensorBytes.encode(values, format));
  }

  /** Index of the first NaN or infinite value, if there is one. */
  public static OptionalInt firstNonFinite(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The length that {@code data} must have, in bytes. */
  public long expectedBytes() {
    return (long) shape.size() * format.bytes();
  }

  /**
   * The values, {@code [layers * hidden]}, layer-major.
   *
   * @throws IllegalArgumentException if {@code data} has another length than shape and format say
   */
  public float[] decode() {
    requireLength();
    float[] values = new float[shape.size()];
    TensorBytes.decode(data, format, 0, values, 0, values.length);
    return values;
  }

  /**
   * Writes the values into the caller's array.
   *
   * @param into {@code [layers * hidden]}
   * @throws IllegalArgumentException if {@code data} or {@code into} has another length than shape
   *     and format say
   */
  public void decode(float[] into) {
    requireLength();
    requireSize(shape, into.length);
    TensorBytes.decode(data, format, 0, into, 0, into.length);
  }

  /**
   * Writes some of the values into the caller's array. Lengths are the caller's business.
   *
   * @param from number of the first value
   * @param into takes {@code count} values from {@code at} on
   */
  public void decode(int from, float[] into, int at, int count) {
    TensorBytes.decode(data, format, from, into, at, count);
  }

  private void requireLength() {
    if (data.remaining() != expectedBytes()) {
      throw new IllegalArgumentException(
          "expected %d bytes ([%d, %d] %s), got %d"
              .formatted(
                  expectedBytes(), shape.layers(), shape.hidden(), format, data.remaining()));
    }
  }

  private static ByteBuffer copy(ByteBuffer data) {
    return ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip();
  }

  private static void requireSize(CaptureShape shape, int length) {
    if (length != shape.size()) {
      throw new IllegalArgumentException(
          "expected %d values ([%d, %d]), got %d"
              .formatted(shape.size(), shape.layers(), shape.hidden(), length));
    }
  }
}
