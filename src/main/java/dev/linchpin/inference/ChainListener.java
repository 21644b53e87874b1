package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;

/** Is told of one chain, on the thread that generates it: started, its steps, finished. */
public interface ChainListener {
  void started(ChainStarted event) throws InterruptedException;

  void stepCompleted(StepCompleted step, ActivationsCaptured activations)
      throws InterruptedException;

  void finished(ChainFinished event) throws InterruptedException;

  /** This listener, then another. */
  default ChainListener andThen(ChainListener next) {
    return new BothListeners(this, next);
  }
}
