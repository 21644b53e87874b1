package dev.linchpin.app.bench.tax;

import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.ChainListener;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;

/** Steps are found and captured, and told to nobody. */
public final class CapturedGeneration implements Generation {
  private final ChainGenerator generator;

  public CapturedGeneration(ChainGenerator generator) {
    this.generator = generator;
  }

  @Override
  public String name() {
    return "with capture";
  }

  @Override
  public int generate(ChainRequest request) throws InterruptedException {
    return generator.generate(request, new Nobody()).completionTokens();
  }

  @Override
  public void settle() {}

  private static final class Nobody implements ChainListener {
    @Override
    public void started(ChainStarted event) {}

    @Override
    public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {}

    @Override
    public void finished(ChainFinished event) {}
  }
}
