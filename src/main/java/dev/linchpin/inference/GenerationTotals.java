package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import java.util.concurrent.atomic.LongAdder;

/** Counts what all chains of a generator have come to. For several chains at once. */
final class GenerationTotals {
  private final LongAdder tokens = new LongAdder();
  private final LongAdder chains = new LongAdder();

  /** Tokens generated so far, to the last whole step of each chain under way. */
  long tokens() {
    return tokens.sum();
  }

  /** Chains that have ended so far. */
  long chains() {
    return chains.sum();
  }

  /** Counts one chain. */
  ChainListener open() {
    return new Counting();
  }

  private final class Counting implements ChainListener {
    private int counted;

    @Override
    public void started(ChainStarted event) {
      counted = 0;
    }

    @Override
    public void stepCompleted(StepCompleted step, ActivationsCaptured activations) {
      countTo(step.endToken());
    }

    @Override
    public void finished(ChainFinished event) {
      countTo(event.completionTokens());
      chains.increment();
    }

    private void countTo(int token) {
      tokens.add(token - counted);
      counted = token;
    }
  }
}
