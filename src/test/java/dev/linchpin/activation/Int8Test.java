package dev.linchpin.activation;

import static dev.linchpin.activation.NumberFormat.INT8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Int8Test {

  /** What the rounding of f32 adds to the bound. */
  private static final double ROUNDING = 1 + 1.0 / 30_000;

  @ParameterizedTest
  @CsvSource({"1, 5", "63, 67", "64, 68", "65, 73", "128, 136", "1000, 1064"})
  void shouldHaveAScaleForEveryBlock(int values, long bytes) {
    // When
    StepActivations encoded = encode(new float[values]);

    // Then
    assertThat(INT8.bytes(values)).isEqualTo(bytes);
    assertThat(encoded.data().remaining()).isEqualTo((int) bytes);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 1e-30", "65, 1", "1000, 1e6", "1000, 3e38", "4096, 0.01"})
  void shouldKeepTheErrorBelowItsBound(int count, float spread) {
    // Given
    float[] values = random(count, spread);

    // When
    float[] decoded = encode(values).decode();

    // Then
    for (int i = 0; i < count; i++) {
      double bound = largestOfBlock(values, i) / 254 * ROUNDING;
      assertThat((double) decoded[i]).as("value %d", i).isCloseTo(values[i], within(bound));
    }
  }

  @Test
  void shouldKeepZerosAndTheLargestOfABlock() {
    // Given
    float[] values = new float[70];
    values[3] = -254;
    values[68] = 12.7f;

    // When
    float[] decoded = encode(values).decode();

    // Then
    assertThat(decoded).containsExactly(values, within(1e-6f));
    assertThat(decoded[5]).isZero();
  }

  @Test
  void shouldKeepEvenTheLargestFloatFinite() {
    // Given
    float[] values = {Float.MAX_VALUE, -Float.MAX_VALUE, 0};

    // When
    float[] decoded = encode(values).decode();

    // Then
    assertThat(StepActivations.firstNonFinite(decoded)).isEmpty();
    assertThat(decoded[0]).isCloseTo(Float.MAX_VALUE, within(Float.MAX_VALUE / 250));
  }

  @Test
  void shouldNotLeaveItsRangeForTheSmallestFloats() {
    // Given
    float[] values = {Float.MIN_VALUE, -200 * Float.MIN_VALUE, 0};

    // When
    float[] decoded = encode(values).decode();

    // Then
    assertThat(decoded).containsExactly(values, within((float) 0x1p-142));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void shouldMakeTheBlockOfAValueThatIsNotFiniteNaN(float bad) {
    // Given
    float[] values = random(200, 1);
    values[130] = bad;

    // When
    float[] decoded = encode(values).decode();

    // Then
    assertThat(StepActivations.firstNonFinite(decoded)).hasValue(128);
    assertThat(decoded[191]).isNaN();
    assertThat(decoded[192]).isFinite();
  }

  @Test
  void shouldLayOutIntegersBeforeScalesLittleEndian() {
    // When
    byte[] data = encode(new float[] {127, -127, 63.4f}).data().array();

    // Then
    assertThat(data).containsExactly(127, -127, 63, 0, 0, 0x80, 0x3f);
  }

  private static StepActivations encode(float[] values) {
    return StepActivations.encode(new CaptureShape(1, values.length, Pooling.MEAN), INT8, values);
  }

  private static float[] random(int count, float spread) {
    Random random = new Random(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (random.nextFloat() * 2 - 1) * spread;
    }
    return values;
  }

  private static double largestOfBlock(float[] values, int index) {
    int from = index / NumberFormat.BLOCK * NumberFormat.BLOCK;
    double largest = 0;
    for (int i = from; i < Math.min(from + NumberFormat.BLOCK, values.length); i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }
}
