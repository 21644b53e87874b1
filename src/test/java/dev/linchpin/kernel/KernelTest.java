package dev.linchpin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors against the plain loops, and those against a product by the book. */
final class KernelTest {
  private static final Kernel PLAIN = new PlainKernel();
  private static final Kernel VECTOR = new VectorKernel();

  @Test
  void shouldUseVectorsWhereTheJvmHasThem() {
    assertThat(Kernel.best()).isInstanceOf(VectorKernel.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 512, 128",
    "2, 100, 128",
    "3, 77, 16",
    "4, 512, 128",
    "5, 31, 100",
    "6, 64, 64",
    "7, 512, 128",
    "9, 13, 300",
    "12, 512, 128",
    "13, 200, 129",
    "48, 512, 128"
  })
  void shouldGiveTheSameBitsAsPlainLoops(int rows, int depth, int outputs) {
    // Given
    Random random = new Random(1000L * rows + depth + outputs);
    float[] weights = values(random, outputs * depth);
    float[] steps = values(random, rows * depth);

    // When
    float[] vectors = products(VECTOR, steps, rows, weights, depth);
    float[] loops = products(PLAIN, steps, rows, weights, depth);

    // Then
    assertThat(vectors).containsExactly(loops);
  }

  @ParameterizedTest
  @CsvSource({"1, 2100", "2, 2100", "3, 2100", "5, 2100", "6, 2100", "8, 2100", "25, 2100"})
  void shouldGiveTheSameBitsWhereWeightsAreRounded(int rows, int depth) {
    // Given
    Random random = new Random(rows);
    float[] weights = values(random, 128 * depth);
    float[] steps = values(random, rows * depth);

    // When
    float[] vectors = products(VECTOR, steps, rows, weights, depth);
    float[] loops = products(PLAIN, steps, rows, weights, depth);

    // Then
    assertThat(Weights.pack(weights, depth, VECTOR)).isInstanceOf(BFloat16Weights.class);
    assertThat(vectors).containsExactly(loops);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 2100})
  void shouldGiveAStepTheSameBitsAloneAndInAnyBatch(int depth) {
    // Given
    Random random = new Random(7);
    float[] weights = values(random, 128 * depth);
    float[] steps = values(random, 20 * depth);

    // When
    float[] together = products(VECTOR, steps, 20, weights, depth);

    // Then
    for (int row = 0; row < 20; row++) {
      float[] step = Arrays.copyOfRange(steps, row * depth, (row + 1) * depth);
      assertThat(products(VECTOR, step, 1, weights, depth))
          .containsExactly(Arrays.copyOfRange(together, row * 128, (row + 1) * 128));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 3000})
  void shouldMultiplyAsTheBookSays(int depth) {
    // Given
    Random random = new Random(3);
    float[] weights = values(random, 100 * depth);
    float[] steps = values(random, 4 * depth);

    // When
    float[] products = products(PLAIN, steps, 4, weights, depth);

    // Then
    for (int row = 0; row < 4; row++) {
      for (int output = 0; output < 100; output++) {
        double expected = 0;
        double magnitude = 0;
        for (int k = 0; k < depth; k++) {
          double product = (double) steps[row * depth + k] * weights[output * depth + k];
          expected += product;
          magnitude += Math.abs(product);
        }
        double rounding = 100 * depth > Weights.SINGLE_AT_MOST ? 0x1p-8 : 0x1p-18;
        assertThat((double) products[row * 100 + output])
            .isBetween(expected - rounding * magnitude, expected + rounding * magnitude);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 512, 1000})
  void shouldMeasureTheSameDistanceAsPlainLoops(int count) {
    // Given
    Random random = new Random(count);
    float[] x = values(random, count + 5);
    Spread spread = new Spread(values(random, count + 64), values(random, count + 64));
    float[] vectors = new float[Kernel.LANES];
    float[] loops = new float[Kernel.LANES];

    // When
    VECTOR.addSquares(x, 5, spread, 64, count, vectors);
    PLAIN.addSquares(x, 5, spread, 64, count, loops);

    // Then
    assertThat(vectors).containsExactly(loops);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 512, 1000})
  void shouldAddTheSameProductsAsPlainLoops(int count) {
    // Given
    Random random = new Random(count);
    float[] x = values(random, count + 5);
    float[] weights = values(random, count + 64);
    float[] vectors = values(random, Kernel.LANES);
    float[] loops = vectors.clone();

    // When
    VECTOR.addProducts(x, 5, weights, 64, count, vectors);
    PLAIN.addProducts(x, 5, weights, 64, count, loops);

    // Then
    assertThat(vectors).containsExactly(loops);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 33, 100})
  void shouldExpandEveryBitPattern(int count) {
    // Given
    byte[] data = new byte[3 + 2 * count];
    new Random(count).nextBytes(data);
    float[] vectors = new float[2 + count];
    float[] loops = new float[2 + count];

    // When
    VECTOR.expand(data, 3, vectors, 2, count);
    PLAIN.expand(data, 3, loops, 2, count);

    // Then
    assertThat(bits(vectors)).containsExactly(bits(loops));
  }

  /** {@code [rows, outputs]}, without the padding. */
  private static float[] products(
      Kernel kernel, float[] steps, int rows, float[] weights, int depth) {
    Weights packed = Weights.pack(weights, depth, kernel);
    Scratch scratch = new Scratch(kernel);
    int padded = (rows + Kernel.ROWS - 1) / Kernel.ROWS * Kernel.ROWS;
    Sums sums = new Sums(new float[padded * packed.outputs()], packed.outputs());
    for (int from = 0; from < depth; from += Panel.STRIDE) {
      int block = Math.min(Panel.STRIDE, depth - from);
      float[] panel = new float[padded * Panel.STRIDE];
      for (int row = 0; row < rows; row++) {
        System.arraycopy(steps, row * depth + from, panel, row * Panel.STRIDE, block);
      }
      packed.multiply(new Panel(panel, padded, block), from, sums, scratch);
    }
    return unpadded(sums.values(), rows, packed.outputs(), weights.length / depth);
  }

  private static float[] unpadded(float[] sums, int rows, int padded, int outputs) {
    float[] products = new float[rows * outputs];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(sums, row * padded, products, row * outputs, outputs);
    }
    return products;
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
