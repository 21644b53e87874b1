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
 * @param format number format of the values
 * @param packing what was done to their bytes
 * @param data the values, packed so: a view of the bytes from its position to its limit, on the
 *     heap, little-endian; to be read by index, never moved or written
 */
public record StepActivations(
    CaptureShape shape, NumberFormat format, Packing packing, ByteBuffer data) {
  /** Most bytes that are unpacked: a record may say any shape. 64 MiB. */
  public static final int MOST_UNPACKED_BYTES = 64 << 20;

  public StepActivations {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(packing, "packing");
    data = (data.hasArray() ? data.slice() : copy(data)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Values that are not packed and fill an array, which must not be written any more. */
  public StepActivations(CaptureShape shape, NumberFormat format, byte[] data) {
    this(shape, format, Packing.NONE, ByteBuffer.wrap(data));
  }

  /**
   * Rounds values to a number format, to nearest, ties to even ({@link NumberFormat#INT8}: ties
   * up). A value beyond the range of {@link NumberFormat#BF16} or {@link NumberFormat#F16} becomes
   * infinite.
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

  /** The length that {@code data} must have where it is not packed, in bytes. */
  public long expectedBytes() {
    return format.bytes(shape.values());
  }

  /**
   * The same packed by {@link Packing#SHUFFLED_ZSTD}; itself where it is packed already or would
   * not become smaller.
   *
   * @throws IllegalArgumentException if {@code data} has another length than shape and format say
   */
  public StepActivations packed() {
    if (packing != Packing.NONE) {
      return this;
    }
    requireLength();
    byte[] packed = ShuffledZstd.pack(data, format, shape.size());
    return packed.length < data.remaining()
        ? new StepActivations(shape, format, Packing.SHUFFLED_ZSTD, ByteBuffer.wrap(packed))
        : this;
  }

  /**
   * The same, not packed; itself where it is not packed. What is unpacked has the length that shape
   * and format say.
   *
   * @throws IllegalArgumentException if {@code data} cannot be unpacked, or says another length
   *     than shape and format or one above {@link #MOST_UNPACKED_BYTES}
   */
  public StepActivations plain() {
    if (packing == Packing.NONE) {
      return this;
    }
    if (expectedBytes() > MOST_UNPACKED_BYTES) {
      throw new IllegalArgumentException(
          "expected at most %d bytes to unpack, got %d ([%d, %d] %s)"
              .formatted(
                  MOST_UNPACKED_BYTES, expectedBytes(), shape.layers(), shape.hidden(), format));
    }
    return new StepActivations(shape, format, ShuffledZstd.unpack(data, format, shape.size()));
  }

  /**
   * The values, {@code [layers * hidden]}, layer-major.
   *
   * @throws IllegalArgumentException if {@code data} has another length than shape and format say,
   *     or cannot be unpacked
   */
  public float[] decode() {
    StepActivations plain = plain();
    plain.requireLength();
    float[] values = new float[shape.size()];
    plain.decode(0, values, 0, values.length);
    return values;
  }

  /**
   * Writes the values into the caller's array.
   *
   * @param into {@code [layers * hidden]}
   * @throws IllegalArgumentException if {@code data} or {@code into} has another length than shape
   *     and format say, or {@code data} cannot be unpacked
   */
  public void decode(float[] into) {
    StepActivations plain = plain();
    plain.requireLength();
    requireSize(shape, into.length);
    plain.decode(0, into, 0, into.length);
  }

  /**
   * Writes some of the values into the caller's array. Must not be packed; lengths are the caller's
   * business.
   *
   * @param from number of the first value
   * @param into takes {@code count} values from {@code at} on
   */
  public void decode(int from, float[] into, int at, int count) {
    switch (format) {
      case BF16 -> TensorBytes.decodeBf16(data, from, into, at, count);
      case F16 -> TensorBytes.decodeF16(data, from, into, at, count);
      case F32 -> data.asFloatBuffer().get(from, into, at, count);
      case INT8 -> Int8Blocks.decode(data, shape.size(), from, into, at, count);
    }
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
