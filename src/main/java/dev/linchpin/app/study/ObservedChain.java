package dev.linchpin.app.study;

import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.StepTruth;
import dev.linchpin.wire.ChainFinished;
import java.util.List;
import java.util.Optional;

/**
 * A chain of the reference reasoner with everything that was captured while it was generated.
 *
 * @param chainId identity
 * @param puzzle the puzzle it is about
 * @param steps its steps in order
 * @param finished its end
 */
record ObservedChain(
    String chainId, Puzzle puzzle, List<ObservedStep> steps, ChainFinished finished) {
  ObservedChain {
    steps = List.copyOf(steps);
  }

  boolean correct() {
    return finished.correct().orElse(false);
  }

  /** What the puzzle's graph says of a step; empty for one that computes nothing. */
  Optional<Boolean> truth(ObservedStep step) {
    return StepTruth.needed(puzzle, step.text());
  }
}
