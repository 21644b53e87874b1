package dev.linchpin.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.StepRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LeadTimeWindowTest {
  private final LeadTimeWindow window = new LeadTimeWindow();

  @Test
  void shouldCountByTheBoundsOfTheMetrics() {
    // When
    for (int ms : new int[] {-5, 0, 1, 2, 3, 300, 301, 10_000, 10_001}) {
      window.add(leadTime(0, ms));
    }

    // Then
    LeadTimes times = window.leadTimes();
    assertThat(times.boundsMs()).hasSize(15).startsWith(0, 1, 2);
    assertThat(times.counts()).containsExactly(2, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1);
    assertThat(times.missed()).isEqualTo(2);
    assertThat(times.p50Ms()).hasValue(3);
    // Between the two least of nine, 0.08 of the way.
    assertThat(times.p1Ms().orElseThrow()).isCloseTo(-5 + 0.08 * 5, within(1e-9));
  }

  @Test
  void shouldForgetWhatIsOlderThanTheWindow() {
    // Given
    window.add(leadTime(0, -1));

    // When
    for (int i = 0; i < LeadTimeWindow.STEPS; i++) {
      window.add(leadTime(0, 250));
    }

    // Then
    LeadTimes times = window.leadTimes();
    assertThat(times.steps()).isEqualTo(LeadTimeWindow.STEPS);
    assertThat(times.missed()).isZero();
    assertThat(times.p99Ms()).hasValue(250);
  }

  @Test
  void shouldHaveNoFiguresBeforeTheFirstStep() {
    // When
    LeadTimes times = window.leadTimes();

    // Then
    assertThat(times.steps()).isZero();
    assertThat(times.missedShare()).isEmpty();
    assertThat(times.p50Ms()).isEmpty();
    assertThat(times.counts()).hasSize(16).containsOnly(0);
  }

  private static LeadTime leadTime(int step, long ms) {
    return new LeadTime(new StepRef("c", step), Duration.ofMillis(ms));
  }
}
