package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConfusionTest {
  private static final Confusion COUNTS = new Confusion(6, 2, 8, 4);

  @Test
  void shouldGiveShares() {
    assertThat(COUNTS.accuracy()).isEqualTo(14 / 20.0);
    assertThat(COUNTS.precision()).isEqualTo(6 / 8.0);
    assertThat(COUNTS.recall()).isEqualTo(6 / 10.0);
    assertThat(COUNTS.balancedAccuracy()).isEqualTo((0.6 + 0.8) / 2);
    assertThat(COUNTS.called()).isEqualTo(8);
  }

  @Test
  void shouldExchangeTheClasses() {
    assertThat(COUNTS.inverted().precision()).isEqualTo(8 / 12.0);
    assertThat(COUNTS.inverted().recall()).isEqualTo(8 / 10.0);
  }

  @Test
  void shouldNotInventFiguresOfAbsentClasses() {
    Confusion nothingCalled = new Confusion(0, 0, 3, 0);

    assertThat(nothingCalled.precision()).isNaN();
    assertThat(nothingCalled.recall()).isNaN();
    assertThat(nothingCalled.balancedAccuracy()).isNaN();
    assertThat(new Confusion(0, 0, 0, 0).accuracy()).isNaN();
  }
}
