package dev.linchpin.activation;

/** The 16-bit number formats in plain Java: {@code Float.float16ToFloat} needs a newer JDK. */
public final class SmallFloats {
  private static final int SIGN = 0x8000;
  private static final int F32_INFINITY = 0x7f800000;
  private static final int F16_INFINITY = 0x7c00;
  private static final int QUIET_F16_NAN = 0x7e00;
  private static final int QUIET_BF16_NAN_BIT = 0x40;

  /** Bits of 65520, half-way between the largest finite f16 and the next power of two. */
  private static final int ROUNDS_TO_F16_INFINITY = 0x477ff000;

  /** Bits of 2^-14, the smallest normal f16. */
  private static final int SMALLEST_NORMAL_F16 = 0x38800000;

  /** What the exponents' biases (127 and 15) differ by, in an f32's bits. */
  private static final int F16_REBIAS = (127 - 15) << 23;

  private SmallFloats() {}

  /** The value of a bfloat16. */
  public static float fromBf16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** The nearest bfloat16, ties to even; NaN stays NaN. */
  public static short toBf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | QUIET_BF16_NAN_BIT);
    }
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /** The value of an IEEE 754 half-precision number. */
  public static float fromF16(short bits) {
    int sign = (bits & SIGN) << 16;
    int exponent = bits & F16_INFINITY;
    int mantissa = bits & 0x3ff;
    if (exponent == 0) {
      return Math.copySign(mantissa * 0x1p-24f, Float.intBitsToFloat(sign));
    }
    int high = exponent == F16_INFINITY ? F32_INFINITY : (exponent << 13) + F16_REBIAS;
    return Float.intBitsToFloat(sign | high | (mantissa << 13));
  }

  /** The nearest half-precision number, ties to even; from 65520 on infinity; NaN stays NaN. */
  public static short toF16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) (((bits >>> 16) & SIGN) | f16Magnitude(bits & 0x7fffffff));
  }

  private static int f16Magnitude(int bits) {
    if (bits > F32_INFINITY) {
      return QUIET_F16_NAN;
    }
    if (bits >= ROUNDS_TO_F16_INFINITY) {
      return F16_INFINITY;
    }
    if (bits < SMALLEST_NORMAL_F16) {
      return (int) Math.rint(Float.intBitsToFloat(bits) * 0x1p24);
    }
    return (bits - F16_REBIAS + 0xfff + ((bits >>> 13) & 1)) >>> 13;
  }
}
