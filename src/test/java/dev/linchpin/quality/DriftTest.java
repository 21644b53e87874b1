package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DriftTest {
  private static final double[] EVEN = {0.5, 0.5};

  @Test
  void shouldCountSharesOfBins() {
    double[] shares = Drift.shares(new double[] {0, 0.49, 0.5, 1}, 2);

    assertThat(shares).containsExactly(0.5, 0.5);
    assertThat(Drift.shares(new double[0], 2)).containsExactly(0, 0);
  }

  @Test
  void shouldSeeNoShiftBetweenEqualShares() {
    assertThat(Drift.stabilityIndex(EVEN, EVEN)).isZero();
  }

  @Test
  void shouldGiveTheIndexByItsFormula() {
    double index = Drift.stabilityIndex(EVEN, new double[] {0.25, 0.75});

    assertThat(index).isCloseTo(-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5), within(1e-12));
  }

  @Test
  void shouldStayFiniteWithEmptyBins() {
    assertThat(Drift.stabilityIndex(new double[] {1, 0}, new double[] {0, 1})).isFinite();
  }

  @Test
  void shouldGiveMeanAndDeviation() {
    Drift.Spread spread = Drift.spread(new double[] {1, 3});

    assertThat(spread).isEqualTo(new Drift.Spread(2, 1));
    assertThat(Drift.spread(new double[0]).mean()).isNaN();
  }
}
