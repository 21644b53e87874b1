package dev.linchpin.app.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatisticsTest {

  @Test
  void shouldGiveTheMiddleAndTheEndsOfTheRounds() {
    // When
    Spread spread = Spread.of(List.of(3.0, 1.0, 2.0), Double::doubleValue);

    // Then
    assertThat(spread).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void shouldFindTheSlopeOfAStraightLine() {
    // When
    Trend trend = Trend.of(new double[] {0, 1, 2, 3}, new double[] {5, 7, 9, 11});

    // Then
    assertThat(trend.slope()).isCloseTo(2, within(1e-12));
    assertThat(trend.mean()).isEqualTo(8);
  }

  @Test
  void shouldCountWhatNeverCameAsLate() {
    // When
    Latencies latencies = new Latencies(new double[] {40, 5, 100, 101}, 5);

    // Then
    assertThat(latencies.within(100)).isEqualTo(0.6);
    assertThat(latencies.missing()).isEqualTo(1);
    assertThat(latencies.at(1)).isEqualTo(101);
  }
}
