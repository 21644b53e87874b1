package dev.linchpin.dashboard.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private final History<Instant> history = new History<>(10, Function.identity());

  @Test
  void shouldKeepAllThatFit() {
    // When
    add(0, 5, 6, 100);

    // Then
    assertThat(seconds()).containsExactly(0L, 5L, 6L, 100L);
  }

  @Test
  void shouldSpreadWhatIsLeftEvenlyAndKeepTheFirstAndTheNewest() {
    // When
    add(IntStream.rangeClosed(0, 1_000).toArray());

    // Then
    List<Long> left = seconds();
    assertThat(left).hasSizeBetween(5, 10).startsWith(0L).endsWith(1_000L).isSorted();
    // But for the newest, none is nearer to the next than half of any other.
    List<Long> gaps =
        IntStream.range(1, left.size() - 1).mapToObj(i -> left.get(i) - left.get(i - 1)).toList();
    long widest = gaps.stream().mapToLong(Long::longValue).max().orElseThrow();
    assertThat(gaps).allMatch(gap -> 2 * gap >= widest);
  }

  @Test
  void shouldNotLetABurstDriveOutWhatWasBefore() {
    // Given
    add(0, 1_000, 2_000, 3_000, 4_000);

    // When
    add(IntStream.range(4_001, 4_101).toArray());

    // Then
    assertThat(seconds()).hasSizeLessThanOrEqualTo(10).contains(0L, 1_000L, 2_000L, 3_000L, 4_100L);
  }

  @Test
  void shouldStayBoundedWhenTimeStandsStillOrGoesBack() {
    // When
    add(IntStream.range(0, 100).map(i -> 7).toArray());
    add(IntStream.range(0, 100).map(i -> -i).toArray());

    // Then
    assertThat(seconds()).hasSizeLessThanOrEqualTo(10).endsWith(-99L);
  }

  private void add(int... seconds) {
    IntStream.of(seconds).mapToObj(Instant::ofEpochSecond).forEach(history::add);
  }

  private List<Long> seconds() {
    return history.points().stream().map(Instant::getEpochSecond).toList();
  }
}
