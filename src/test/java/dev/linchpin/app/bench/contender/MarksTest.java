package dev.linchpin.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MarksTest {
  private final AtomicLong seconds = new AtomicLong();
  private final Marks marks =
      new Marks(List.of(25L, 95L), () -> seconds.get() * 1_000_000_000, () -> 2.0 * seconds.get());

  @Test
  void shouldMeasureBetweenWhatWasSeenAtTheMarks() {
    // When
    for (long count = 0; count <= 100; count += 10) {
      marks.observe(count);
      seconds.incrementAndGet();
    }

    // Then
    assertThat(marks.over()).isTrue();
    assertThat(marks.between(0, 1)).isEqualTo(new Steady(70, 7, 14));
    assertThat(marks.between(0, 1).recordsPerSecond()).isEqualTo(10);
    assertThat(marks.between(0, 1).cpuPerThousand()).isEqualTo(200);
  }

  @Test
  void shouldNotTellWhatHasNotHappened() {
    // Given
    marks.observe(30);

    // Then
    assertThat(marks.over()).isFalse();
    assertThatThrownBy(() -> marks.between(0, 1)).isInstanceOf(IllegalStateException.class);
  }
}
