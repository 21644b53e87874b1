package dev.linchpin.ablation;

import dev.linchpin.wire.ChainAblated;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The meters of ablation.
 *
 * <ul>
 *   <li>{@code linchpin.ablations} by {@code outcome}: chains dealt with
 *   <li>{@code linchpin.ablation.time}: time per chain
 *   <li>{@code linchpin.ablation.forward.passes}: passes of the model, each over one batch
 *   <li>{@code linchpin.ablation.skipped} by {@code reason}: {@code INCOMPLETE} chains given up,
 *       {@code OTHER_MODEL} chains of other weights, {@code UNREADABLE} records
 *   <li>{@code linchpin.ablation.open}: chains of which something is still to come
 * </ul>
 */
final class AblationMetrics {
  /** Why something was not taken apart. */
  enum Skip {
    INCOMPLETE,
    OTHER_MODEL,
    UNREADABLE
  }

  private final MeterRegistry registry;
  private final Timer time;
  private final Counter passes;
  private final AtomicInteger open;

  AblationMetrics(MeterRegistry registry) {
    this.registry = registry;
    time = registry.timer("linchpin.ablation.time");
    passes = registry.counter("linchpin.ablation.forward.passes");
    open = registry.gauge("linchpin.ablation.open", new AtomicInteger());
  }

  void ablated(ChainAblated result) {
    registry.counter("linchpin.ablations", "outcome", result.outcome().name()).increment();
    time.record(result.elapsed());
    passes.increment((double) result.forwardPasses());
  }

  void skipped(Skip reason) {
    registry.counter("linchpin.ablation.skipped", "reason", reason.name()).increment();
  }

  void open(int chains) {
    open.set(chains);
  }
}
