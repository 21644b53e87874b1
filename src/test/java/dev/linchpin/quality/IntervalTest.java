package dev.linchpin.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class IntervalTest {
  private static final Offset<Double> FOUR_DIGITS = within(5e-5);

  @Test
  void shouldBeWilsonsInterval() {
    // When
    Interval most = Interval.wilson(8, 10);
    Interval few = Interval.wilson(1, 10);

    // Then: z = 1.96, z² / n = 0.38415; (0.8 + 0.19207 ± 1.96 √(0.016 + 0.0096037)) / 1.38415
    assertThat(most.low()).isCloseTo(0.4902, FOUR_DIGITS);
    assertThat(most.high()).isCloseTo(0.9433, FOUR_DIGITS);
    assertThat(few.low()).isCloseTo(0.0179, FOUR_DIGITS);
    assertThat(few.high()).isCloseTo(0.4042, FOUR_DIGITS);
  }

  @Test
  void shouldStayWithinZeroAndOneForNoneAndAll() {
    // When
    Interval none = Interval.wilson(0, 10);
    Interval all = Interval.wilson(10, 10);

    // Then: 0.38415 / 1.38415
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775, FOUR_DIGITS);
    assertThat(all.low()).isCloseTo(0.7225, FOUR_DIGITS);
    assertThat(all.high()).isCloseTo(1, within(1e-12)).isLessThanOrEqualTo(1);
  }

  @Test
  void shouldBeUndefinedWithoutAny() {
    // When
    Interval interval = Interval.wilson(0, 0);

    // Then
    assertThat(interval.isDefined()).isFalse();
    assertThat(new Interval(0, 1).isDefined()).isTrue();
  }
}
