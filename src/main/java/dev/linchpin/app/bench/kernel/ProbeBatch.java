package dev.linchpin.app.bench.kernel;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.PackedRelease;
import java.util.List;

/**
 * The monitor's own arithmetic on one thread: steps as they lie on the wire, expanded, checked,
 * measured against the training data and multiplied.
 */
public final class ProbeBatch implements Kernel {
  private final PackedRelease probe;
  private final List<StepActivations> steps;
  private final BatchReader reader = new BatchReader();

  /**
   * A probe and steps that it reads.
   *
   * @param steps at least one
   */
  public ProbeBatch(PackedRelease probe, List<StepActivations> steps) {
    this.probe = probe;
    this.steps = List.copyOf(steps);
  }

  @Override
  public String name() {
    return "the monitor's, batches of %d, 1 thread".formatted(steps.size());
  }

  @Override
  public int steps() {
    return steps.size();
  }

  @Override
  public void run() {
    if (!probe.read(steps, reader).get(0).finite()) {
      throw new IllegalStateException("expected finite activations");
    }
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}
