package dev.linchpin.replay.compare;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.StepScored;

/** One step, scored twice. */
public record Pair(StepScored first, StepScored second) {

  /** The step. */
  public StepRef step() {
    return first.step();
  }

  /** Second score minus first, in [-1, 1]. */
  public double difference() {
    return second.score() - first.score();
  }

  /** Whether the verdicts differ. */
  public boolean flipped() {
    return first.verdict() != second.verdict();
  }
}
