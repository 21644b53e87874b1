package dev.linchpin.scoring;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.wire.StepScored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * The meters of scoring. Tags take their values from small closed sets, never from a record's
 * contents.
 *
 * <ul>
 *   <li>{@code linchpin.steps.scored} by {@code status}: scores written
 *   <li>{@code linchpin.alerts} by {@code verdict}
 *   <li>{@code linchpin.dead.letters} by {@code reason}
 *   <li>{@code linchpin.steps.unscored} by {@code reason}
 *   <li>{@code linchpin.probe.swaps} by {@code outcome}: {@code loaded}, {@code removed} or {@code
 *       refused}
 *   <li>{@code linchpin.score.latency}: from a step's last token to its score, clock skew cut at 0
 * </ul>
 */
final class ScoringMetrics {
  private static final Duration[] LATENCY_BOUNDS =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Timer latency;

  ScoringMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.latency =
        Timer.builder("linchpin.score.latency")
            .description("From a step's last token to its score")
            .serviceLevelObjectives(LATENCY_BOUNDS)
            .register(registry);
  }

  void scored(StepScored score) {
    count("linchpin.steps.scored", "status", score.status());
    if (score.status() == ProbeStatus.CHAMPION) {
      latency.record(notNegative(Duration.between(score.stepCompletedAt(), score.scoredAt())));
    }
  }

  void flagged(Enum<?> verdict) {
    count("linchpin.alerts", "verdict", verdict);
  }

  void rejected(RejectionReason reason) {
    count("linchpin.dead.letters", "reason", reason);
  }

  void unscored(Outcome.Unscored.Reason reason) {
    count("linchpin.steps.unscored", "reason", reason);
  }

  void probe(String outcome) {
    registry.counter("linchpin.probe.swaps", "outcome", outcome).increment();
  }

  private void count(String name, String tag, Enum<?> value) {
    registry.counter(name, tag, value.name()).increment();
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
