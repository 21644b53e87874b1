package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;

/** Tells one listener, then another. */
record BothListeners(ChainListener first, ChainListener second) implements ChainListener {

  @Override
  public void started(ChainStarted event) throws InterruptedException {
    first.started(event);
    second.started(event);
  }

  @Override
  public void stepCompleted(StepCompleted step, ActivationsCaptured activations)
      throws InterruptedException {
    first.stepCompleted(step, activations);
    second.stepCompleted(step, activations);
  }

  @Override
  public void finished(ChainFinished event) throws InterruptedException {
    first.finished(event);
    second.finished(event);
  }
}
