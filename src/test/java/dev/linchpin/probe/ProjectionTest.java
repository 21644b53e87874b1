package dev.linchpin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectionTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "64, 128", "1000, 16"})
  void shouldGiveTheBitsOfTheWholeProbe(int inputs, int units) {
    // Given
    Random random = new Random(inputs);
    MlpProbe mlp =
        new MlpProbe(
            inputs,
            floats(random, inputs * units),
            floats(random, units),
            floats(random, units),
            0.25f);
    float[] x = floats(random, inputs);

    // When
    float[] z = Projection.of(mlp, x);

    // Then
    assertThat(z).hasSize(units).hasSize(Projection.units(mlp));
    assertThat(Projection.logit(mlp, z)).isEqualTo(mlp.logit(x)).isEqualTo(expected(mlp, x));
  }

  @Test
  void shouldBeTheLogitOfALinearProbe() {
    // Given
    LinearProbe linear = new LinearProbe(new float[] {1, 2}, 0.5f);

    // When
    float[] z = Projection.of(linear, new float[] {3, 4});

    // Then
    assertThat(z).containsExactly(11.5f);
    assertThat(Projection.logit(linear, z)).isEqualTo(11.5f);
  }

  @Test
  void shouldRefuseAnotherNumberOfValues() {
    assertThatThrownBy(() -> Projection.logit(new LinearProbe(new float[1], 0), new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 1 values of a first layer, got 2");
  }

  /** As probe-files.md says. */
  private static float expected(MlpProbe mlp, float[] x) {
    float sum = mlp.b2();
    for (int unit = 0; unit < mlp.b1().length; unit++) {
      float z = mlp.b1()[unit] + Dot.product(mlp.w1(), unit * x.length, x);
      sum += mlp.w2()[unit] * Math.max(z, 0f);
    }
    return sum;
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
