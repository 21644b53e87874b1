package dev.linchpin.activation;

/** Number formats of a tensor on the wire, little-endian. */
public enum NumberFormat {
  /** bfloat16: 2 bytes a value. */
  BF16(2),
  /** IEEE 754 half: 2 bytes a value. */
  F16(2),
  /** IEEE 754 single: 4 bytes a value. */
  F32(4),
  /**
   * Symmetric 8-bit integers with an f32 scale for every block of {@link #BLOCK} values in a row,
   * the last of which may be shorter: first all integers, then all scales. A value is its integer,
   * in [-127, 127], times its block's scale, {@code max|block| / 127}.
   *
   * <p>{@code |error| <= max|block| / 254}, but for the rounding of f32 itself: one part in 30,000
   * of that bound, and for blocks of values below 2^-119 an absolute error of up to 2^-142. A block
   * with a NaN or an infinity has the scale NaN, so that all of it is NaN when it is read.
   */
  INT8(1);

  /** Values that share a scale in {@link #INT8}. */
  public static final int BLOCK = 64;

  private static final long MOST_VALUES = Long.MAX_VALUE / 8;

  private final int width;

  NumberFormat(int width) {
    this.width = width;
  }

  /**
   * Bytes of some values; {@code Long.MAX_VALUE} where there are so many that no number says it.
   *
   * @param values how many, not negative
   */
  public long bytes(long values) {
    return values > MOST_VALUES ? Long.MAX_VALUE : values * width + Integer.BYTES * scales(values);
  }

  /** Bytes of one value, without its share of a scale. */
  int width() {
    return width;
  }

  /** Number of scales behind some values. */
  long scales(long values) {
    return this == INT8 ? (values + BLOCK - 1) / BLOCK : 0;
  }
}
