package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PercentilesTest {

  @Test
  void shouldInterpolateBetweenNeighbours() {
    Percentiles percentiles = Percentiles.of(new double[] {40, 10, 30, 20});

    assertThat(percentiles.at(0)).isEqualTo(10);
    assertThat(percentiles.at(0.5)).isEqualTo(25);
    assertThat(percentiles.at(0.25)).isEqualTo(17.5);
    assertThat(percentiles.at(1)).isEqualTo(40);
  }

  @Test
  void shouldBeTheOnlyValueOrNone() {
    assertThat(Percentiles.of(new double[] {3}).at(0.99)).isEqualTo(3);
    assertThat(Percentiles.of(new double[] {}).at(0.5)).isNaN();
  }

  @Test
  void shouldRefuseAShareOutsideItsRange() {
    assertThatThrownBy(() -> Percentiles.of(new double[] {1}).at(50))
        .hasMessage("expected a share in [0, 1], got 50.0");
  }
}
