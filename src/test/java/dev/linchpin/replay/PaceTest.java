package dev.linchpin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final long MS = 1_000_000;

  private long nanos = 5_000;

  @Test
  void shouldLetEverythingBeDueAtOnceWithoutAFactor() {
    Pace pace = new Pace(OptionalDouble.empty(), () -> nanos);

    assertThat(pace.nanosUntil(0)).isZero();
    assertThat(pace.nanosUntil(Long.MAX_VALUE)).isZero();
  }

  @Test
  void shouldKeepTheDistancesDividedByTheFactor() {
    // Given
    Pace pace = new Pace(OptionalDouble.of(4), () -> nanos);

    // When, Then
    assertThat(pace.nanosUntil(1_000)).isZero();
    assertThat(pace.nanosUntil(1_400)).isEqualTo(100 * MS);
    nanos += 60 * MS;
    assertThat(pace.nanosUntil(1_400)).isEqualTo(40 * MS);
    nanos += 40 * MS;
    assertThat(pace.nanosUntil(1_400)).isZero();
    assertThat(pace.nanosUntil(900)).isZero();
  }

  @Test
  void shouldNotCountTheTimeInWhichItStandsStill() {
    // Given
    Pace pace = new Pace(OptionalDouble.of(1), () -> nanos);
    assertThat(pace.nanosUntil(0)).isZero();

    // When
    pace.pause();
    pace.pause();
    assertThat(pace.nanosUntil(0)).isEqualTo(Pace.NEVER);
    nanos += 1_000 * MS;
    pace.resume();
    pace.resume();

    // Then
    assertThat(pace.nanosUntil(10)).isEqualTo(10 * MS);
  }

  @Test
  void shouldHoldEverythingBackWhilePausedWhateverTheFactor() {
    Pace pace = new Pace(OptionalDouble.empty(), () -> nanos);
    pace.pause();

    assertThat(pace.nanosUntil(0)).isEqualTo(Pace.NEVER);
    pace.resume();
    assertThat(pace.nanosUntil(0)).isZero();
  }
}
