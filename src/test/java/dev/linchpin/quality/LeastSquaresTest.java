package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LeastSquaresTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void shouldDrawTheLineComputedByHand() {
    LeastSquares fit =
        LeastSquares.fit(new double[][] {{1}, {2}, {3}, {4}}, new double[] {1, 3, 2, 5});

    // The line is 1.1 x; 6.05 of 8.75 are explained.
    assertThat(fit.fitted()).containsExactly(new double[] {1.1, 2.2, 3.3, 4.4}, CLOSE);
    assertThat(fit.r2()).isCloseTo(6.05 / 8.75, CLOSE);
    assertThat(fit.rank()).isEqualTo(1);
  }

  @Test
  void shouldGiveBackATargetThatIsASumOfItsInputs() {
    double[][] inputs = {{1, 7}, {2, 1}, {3, 5}, {4, -2}, {9, 0}};
    double[] target = Stream.of(inputs).mapToDouble(row -> 10 + 2 * row[0] - 3 * row[1]).toArray();

    LeastSquares fit = LeastSquares.fit(inputs, target);

    assertThat(fit.fitted()).containsExactly(target, CLOSE);
    assertThat(fit.r2()).isCloseTo(1, CLOSE).isLessThanOrEqualTo(1);
    assertThat(fit.rank()).isEqualTo(2);
  }

  @Test
  void shouldLeaveNothingThatItsInputsCouldExplain() {
    Random random = new Random(3);
    double[][] inputs =
        Stream.generate(() -> random.doubles(4, -5, 5).toArray())
            .limit(60)
            .toArray(double[][]::new);
    double[] target = random.doubles(60).toArray();

    double[] left = rest(target, LeastSquares.fit(inputs, target).fitted());

    assertThat(Arrays.stream(left).sum()).isCloseTo(0, CLOSE);
    for (int i = 0; i < 4; i++) {
      int input = i;
      double[] column = Stream.of(inputs).mapToDouble(row -> row[input]).toArray();
      assertThat(Correlation.dot(column, left)).isCloseTo(0, CLOSE);
    }
  }

  @Test
  void shouldNotMindInputsThatAddNothing() {
    double[] target = {1, 3, 2, 5};
    LeastSquares alone = LeastSquares.fit(new double[][] {{1}, {2}, {3}, {4}}, target);

    LeastSquares crowded =
        LeastSquares.fit(
            new double[][] {
              {1, 0.1, 1, -200, (float) 0.1},
              {2, 0.1, 2, -400, (float) 0.2},
              {3, 0.1, 3, -600, (float) 0.3},
              {4, 0.1, 4, -800, (float) 0.4}
            },
            target);

    assertThat(crowded.fitted()).containsExactly(alone.fitted(), within(1e-6));
    assertThat(crowded.r2()).isCloseTo(alone.r2(), within(1e-6));
    assertThat(crowded.rank()).isEqualTo(1);
  }

  @Test
  void shouldNotMindUnits() {
    double[] target = {1, 3, 2, 5};

    LeastSquares fit =
        LeastSquares.fit(
            new double[][] {{1e-9, 5e8}, {2e-9, 1e8}, {3e-9, 9e8}, {4e-9, 2e8}}, target);
    LeastSquares scaled = LeastSquares.fit(new double[][] {{1, 5}, {2, 1}, {3, 9}, {4, 2}}, target);

    assertThat(fit.fitted()).containsExactly(scaled.fitted(), CLOSE);
    assertThat(fit.rank()).isEqualTo(2);
  }

  @Test
  void shouldPassThroughAllPointsWhereInputsAbound() {
    double[] target = {3, -1, 4};

    LeastSquares fit =
        LeastSquares.fit(new double[][] {{1, 5, 2, 0}, {2, 1, 0, 7}, {3, 9, 1, 1}}, target);

    assertThat(fit.fitted()).containsExactly(target, CLOSE);
    assertThat(fit.rank()).isEqualTo(2);
  }

  @Test
  void shouldFallBackToTheMeanWithoutInputsThatVary() {
    LeastSquares fit = LeastSquares.fit(new double[][] {{7}, {7}, {7}}, new double[] {1, 2, 6});

    assertThat(fit.fitted()).containsExactly(3, 3, 3);
    assertThat(fit.r2()).isZero();
    assertThat(fit.rank()).isZero();
  }

  @Test
  void shouldHaveNoShareOfATargetThatDoesNotVary() {
    LeastSquares fit =
        LeastSquares.fit(new double[][] {{1}, {2}, {4}}, new double[] {0.1, 0.1, 0.1});

    assertThat(fit.fitted()).containsExactly(new double[] {0.1, 0.1, 0.1}, CLOSE);
    assertThat(fit.r2()).isNaN();
    assertThat(LeastSquares.fit(new double[0][], new double[0]).r2()).isNaN();
  }

  @Test
  void shouldRefuseWhatDoesNotFitTogether() {
    assertThatThrownBy(() -> LeastSquares.fit(new double[][] {{1}}, new double[] {1, 2}))
        .hasMessage("expected as many rows as targets, got 1 rows and 2 targets");
    assertThatThrownBy(() -> LeastSquares.fit(new double[][] {{1}, {1, 2}}, new double[] {1, 2}))
        .hasMessage("expected 1 inputs in every row, got 2");
    assertThatThrownBy(() -> LeastSquares.fit(new double[][] {{Double.NaN}}, new double[] {1}))
        .hasMessage("expected finite numbers");
  }

  private static double[] rest(double[] target, double[] fitted) {
    double[] rest = new double[target.length];
    Arrays.setAll(rest, i -> target[i] - fitted[i]);
    return rest;
  }
}
