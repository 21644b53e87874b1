package dev.linchpin.app.bench.kernel;

import dev.linchpin.probe.Probe;

/** The probe itself on decoded activations, one step after the other on one thread. */
public final class ProbeLogit implements Kernel {
  private final Probe probe;
  private final float[] activations;
  private float sum;

  /**
   * A probe and what it reads.
   *
   * @param activations {@code [inputs]}
   */
  public ProbeLogit(Probe probe, float[] activations) {
    this.probe = probe;
    this.activations = activations.clone();
  }

  @Override
  public String name() {
    return "the probe, step by step, 1 thread";
  }

  @Override
  public int steps() {
    return 1;
  }

  @Override
  public void run() {
    sum += probe.logit(activations);
  }

  /** Nothing is held; that the sum is looked at keeps the work from being left out. */
  @Override
  public void close() {
    if (Float.isNaN(sum)) {
      throw new IllegalStateException("expected finite logits");
    }
  }
}
