package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CorrelationTest {

  @Test
  void shouldEqualTheValueComputedByHand() {
    double[] a = {1, 2, 3, 4};
    double[] b = {1, 3, 2, 5};

    // Sums of products of the distances from the means: 5.5, 5 and 8.75.
    assertThat(Correlation.pearson(a, b)).isCloseTo(5.5 / Math.sqrt(5 * 8.75), within(1e-12));
    assertThat(Correlation.spearman(a, b)).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void shouldBePointBiserialForABinaryFigure() {
    double[] label = {0, 0, 1, 1, 1};
    double[] length = {2, 4, 5, 7, 9};
    double deviation = Math.sqrt(29.2 / 5);

    double byMeans = (7.0 - 3.0) / deviation * Math.sqrt(3 * 2 / 25.0);

    assertThat(Correlation.pearson(label, length)).isCloseTo(byMeans, within(1e-12));
  }

  @Test
  void shouldReachItsBoundsAndNotPassThem() {
    double[] a = {0.1, 0.2, 0.3, 0.7};
    double[] down = {-0.3, -0.6, -0.9, -2.1};

    assertThat(Correlation.pearson(a, a)).isBetween(1 - 1e-12, 1.0);
    assertThat(Correlation.pearson(a, down)).isBetween(-1.0, -1 + 1e-12);
  }

  @Test
  void shouldShareMeanRanksAmongEqualValues() {
    double[] a = {10, 20, 20, 30};
    double[] b = {1, 2, 3, 4};

    // Ranks 1, 2.5, 2.5, 4.
    assertThat(Correlation.spearman(a, b)).isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
    assertThat(Correlation.spearman(new double[] {-0.0, 0.0, 1}, new double[] {0, 0, 5}))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldRankRegardlessOfScale() {
    double[] a = {1, 2, 3, 4, 5};
    double[] b = {1, 10, 100, 1e3, 1e9};

    assertThat(Correlation.spearman(a, b)).isCloseTo(1, within(1e-12));
    assertThat(Correlation.pearson(a, b)).isLessThan(0.8);
  }

  @Test
  void shouldFindNothingAmongIndependentFigures() {
    Random random = new Random(5);
    double[] a = random.doubles(20_000).toArray();
    double[] b = random.doubles(20_000).toArray();

    assertThat(Correlation.pearson(a, b)).isCloseTo(0, within(0.03));
    assertThat(Correlation.spearman(a, b)).isCloseTo(0, within(0.03));
  }

  @Test
  void shouldNotBeDefinedWhereNothingVaries() {
    double[] varying = {1, 2, 3};

    assertThat(Correlation.pearson(new double[] {0.1, 0.1, 0.1}, varying)).isNaN();
    assertThat(Correlation.spearman(varying, new double[] {0.1, 0.1, 0.1})).isNaN();
    assertThat(Correlation.pearson(new double[0], new double[0])).isNaN();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isNaN();
  }

  @Test
  void shouldNotBeDefinedWithAValueMissing() {
    double[] varying = {1, 2, 3};
    double[] missing = {1, Double.NaN, 3};

    assertThat(Correlation.pearson(varying, missing)).isNaN();
    assertThat(Correlation.spearman(varying, missing)).isNaN();
  }

  @Test
  void shouldRefuseFiguresOfDifferentThings() {
    assertThatThrownBy(() -> Correlation.pearson(new double[3], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected as many values on both sides, got 3 and 2");
  }
}
