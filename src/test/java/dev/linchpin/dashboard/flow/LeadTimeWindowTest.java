package dev.linchpin.dashboard.flow;

import static dev.linchpin.wire.SampleEvents.PROBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LeadTimeWindowTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  private final LeadTimeWindow window = new LeadTimeWindow();

  @Test
  void shouldMeasureVerdictsAgainstTheNextStepAndTheEndOfTheChain() {
    // Given
    var early = window.onStep(completed(0, 0));
    var shadow = window.onScore(scored(0, ProbeStatus.CHALLENGER), START.plusMillis(1));

    // When
    var waiting = window.onScore(scored(0, ProbeStatus.CHAMPION), START.plusMillis(10));
    var first = window.onStep(completed(1, 110));
    var second = window.onScore(scored(1, ProbeStatus.CHAMPION), START.plusMillis(200));
    var last = window.onChain(finished(150));

    // Then
    assertThat(early).isEmpty();
    assertThat(shadow).isEmpty();
    assertThat(waiting).isEmpty();
    assertThat(first).contains(leadTime(0, 100));
    assertThat(second).isEmpty();
    assertThat(last).contains(leadTime(1, -50));
    assertThat(window.leadTimes().steps()).isEqualTo(2);
    assertThat(window.leadTimes().missed()).isEqualTo(1);
    assertThat(window.leadTimes().missedShare()).hasValue(0.5);
  }

  @Test
  void shouldCountByTheBoundsOfTheMetrics() {
    // When
    for (int ms : new int[] {-5, 0, 1, 2, 3, 300, 301, 10_000, 10_001}) {
      window.add(leadTime(0, ms));
    }

    // Then
    LeadTimes times = window.leadTimes();
    assertThat(times.boundsMs()).hasSize(14).isEqualTo(LeadTime.BOUNDS_MS);
    assertThat(times.counts()).containsExactly(3, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1);
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
    assertThat(times.counts()).hasSize(15).containsOnly(0);
  }

  private static LeadTime leadTime(int step, long ms) {
    return new LeadTime(new StepRef("c", step), Duration.ofMillis(ms));
  }

  private static StepCompleted completed(int step, long ms) {
    return new StepCompleted(
        new StepRef("c", step), Optional.empty(), step, step + 1, START, START.plusMillis(ms), -1);
  }

  private static StepScored scored(int step, ProbeStatus status) {
    return new StepScored(
        new StepRef("c", step),
        PROBE,
        status,
        0.9,
        Verdict.IMPORTANT,
        START,
        START,
        new LogAddress(0, step),
        OptionalDouble.empty());
  }

  private static ChainFinished finished(long ms) {
    return new ChainFinished(
        "c", FinishReason.STOP, "4", Optional.empty(), 2, 1, 2, START.plusMillis(ms));
  }
}
