package dev.linchpin.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class SmallFloatsTest {

  @Test
  void shouldDecodeEveryF16AsItsDefinitionSays() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      Double expected = definition(bits, 5, 10);
      assertThat((double) SmallFloats.fromF16((short) bits))
          .as("f16 %04x", bits)
          .isEqualTo(expected);
    }
  }

  @Test
  void shouldDecodeEveryBf16AsItsDefinitionSays() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      Double expected = definition(bits, 8, 7);
      assertThat((double) SmallFloats.fromBf16((short) bits))
          .as("bf16 %04x", bits)
          .isEqualTo(expected);
    }
  }

  @Test
  void shouldGiveBackEveryF16() {
    assertEveryValueComesBack(SmallFloats::fromF16, SmallFloats::toF16);
  }

  @Test
  void shouldGiveBackEveryBf16() {
    assertEveryValueComesBack(SmallFloats::fromBf16, SmallFloats::toBf16);
  }

  @Test
  void shouldRoundToTheNearestF16AndTiesToEven() {
    assertRounding(0x7c00, SmallFloats::fromF16, SmallFloats::toF16, 65536.0);
  }

  @Test
  void shouldRoundToTheNearestBf16AndTiesToEven() {
    assertRounding(0x7f80, SmallFloats::fromBf16, SmallFloats::toBf16, 0x1p128);
  }

  @Test
  void shouldKeepNanWhateverItsPayload() {
    float[] nans = {Float.NaN, Float.intBitsToFloat(0x7f800001), Float.intBitsToFloat(0xffffffff)};
    for (float nan : nans) {
      assertThat(SmallFloats.fromF16(SmallFloats.toF16(nan))).isNaN();
      assertThat(SmallFloats.fromBf16(SmallFloats.toBf16(nan))).isNaN();
    }
  }

  private static void assertEveryValueComesBack(
      Function<Short, Float> decode, Function<Float, Short> encode) {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = decode.apply((short) bits);
      short back = encode.apply(value);
      if (Float.isNaN(value)) {
        assertThat(decode.apply(back)).isNaN();
      } else {
        assertThat(back).as("%04x", bits).isEqualTo((short) bits);
      }
    }
  }

  /**
   * Between each two neighbours: just below the middle goes down, just above goes up, the middle
   * goes to the even one. {@code beyond} stands for the number that follows the largest finite one.
   */
  private static void assertRounding(
      int infinity, Function<Short, Float> decode, Function<Float, Short> encode, double beyond) {
    for (int low = 0; low < infinity; low++) {
      int high = low + 1;
      double above = high == infinity ? beyond : decode.apply((short) high);
      double exactMiddle = (decode.apply((short) low) + above) / 2;
      float middle = (float) exactMiddle;
      if (middle == exactMiddle) {
        int even = low % 2 == 0 ? low : high;
        assertRoundsTo(encode, middle, even);
        assertRoundsTo(encode, Math.nextDown(middle), low);
        assertRoundsTo(encode, Math.nextUp(middle), high);
      }
    }
  }

  private static void assertRoundsTo(Function<Float, Short> encode, float value, int bits) {
    assertThat(encode.apply(value)).as("%s", value).isEqualTo((short) bits);
    assertThat(encode.apply(-value)).as("-%s", value).isEqualTo((short) (bits | 0x8000));
  }

  private static Double definition(int bits, int exponentBits, int mantissaBits) {
    int top = (1 << exponentBits) - 1;
    int exponent = (bits >> mantissaBits) & top;
    int mantissa = bits & ((1 << mantissaBits) - 1);
    double sign = bits < 0x8000 ? 1 : -1;
    if (exponent == top) {
      return mantissa == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    int bias = top >> 1;
    double fraction = mantissa / (double) (1 << mantissaBits);
    return exponent == 0
        ? sign * fraction * Math.pow(2, 1 - bias)
        : sign * (1 + fraction) * Math.pow(2, exponent - bias);
  }
}
