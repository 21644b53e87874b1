package dev.linchpin.lm;

/** The two 16-bit floating-point formats and F32. Rounding is to nearest, ties to even. */
final class ShortFloats {

  private static final float HALF_SUBNORMAL = 0x1p-24f;

  private ShortFloats() {}

  static float fromBf16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  static short toBf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> 16) | 0x40);
    }
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  static float fromF16(short bits) {
    int exponent = (bits >>> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> mantissa * HALF_SUBNORMAL;
          case 31 -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat(((exponent + 112) << 23) | (mantissa << 13));
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  static short toF16(float value) {
    int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
    return (short) (sign | halfMagnitude(Math.abs(value)));
  }

  private static int halfMagnitude(float value) {
    if (Float.isNaN(value)) {
      return 0x7e00;
    }
    if (value >= 65520f) {
      return 0x7c00;
    }
    if (value < 0x1p-14f) {
      return (int) Math.rint(value / (double) HALF_SUBNORMAL);
    }
    int bits = Float.floatToRawIntBits(value) - (112 << 23);
    return (bits + 0xfff + ((bits >>> 13) & 1)) >>> 13;
  }
}
