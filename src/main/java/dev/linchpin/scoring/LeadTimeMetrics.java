package dev.linchpin.scoring;

import dev.linchpin.reasoning.LeadTime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * The meters of lead time.
 *
 * <ul>
 *   <li>{@code linchpin.lead.time}, in milliseconds: every measured step; a verdict that came too
 *       late counts as 0, since a histogram knows no negative values
 *   <li>{@code linchpin.missed.deadlines}: verdicts that came too late; their share is this over
 *       the count of the histogram
 *   <li>{@code linchpin.lead.time.evictions}: chains forgotten before all their steps were measured
 *   <li>{@code linchpin.lead.time.skipped}: records that could not be read
 * </ul>
 */
final class LeadTimeMetrics {
  private final DistributionSummary leadTime;
  private final Counter missed;
  private final Counter evictions;
  private final Counter skipped;
  private long evicted;

  LeadTimeMetrics(MeterRegistry registry) {
    leadTime =
        DistributionSummary.builder("linchpin.lead.time")
            .description("Completion of the next step minus the time the verdict was written")
            .baseUnit("milliseconds")
            .serviceLevelObjectives(
                LeadTime.BOUNDS_MS.stream().mapToDouble(Integer::doubleValue).toArray())
            .register(registry);
    missed = registry.counter("linchpin.missed.deadlines");
    evictions = registry.counter("linchpin.lead.time.evictions");
    skipped = registry.counter("linchpin.lead.time.skipped");
  }

  void measured(LeadTime measured) {
    leadTime.record(millis(measured.ahead()));
    if (!measured.inTime()) {
      missed.increment();
    }
  }

  void skipped() {
    skipped.increment();
  }

  /** The tracker's total so far. */
  void evicted(long total) {
    evictions.increment((double) (total - evicted));
    evicted = total;
  }

  private static double millis(Duration ahead) {
    return Math.max(0, ahead.toNanos() / 1e6);
  }
}
