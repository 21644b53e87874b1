package dev.linchpin.archive;

import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.BitSet;

/** Counts what there is of one chain. What is seen twice counts once. */
final class ChainTally {
  /** Steps beyond it are not counted: no chain is so long, and their bits would take the heap. */
  private static final int MOST_STEPS = 1 << 20;

  private final BitSet steps = new BitSet();
  private final BitSet activations = new BitSet();
  private final BitSet scores = new BitSet();
  private final BitSet labels = new BitSet();
  private boolean started;
  private boolean finished;
  private int expectedSteps;
  private int unreadActivations;

  /** Takes an event of the chain; one that is not about its pieces is passed over. */
  void take(Object event) {
    if (event instanceof ChainStarted) {
      started = true;
    } else if (event instanceof ChainFinished end) {
      finished = true;
      expectedSteps = end.steps();
    } else if (event instanceof StepCompleted step) {
      mark(steps, step.step().stepIndex());
    } else if (event instanceof ActivationsEvent step) {
      mark(activations, step.step().stepIndex());
    } else if (event instanceof StepScored score) {
      mark(scores, score.step().stepIndex());
    } else if (event instanceof StepLabelled label) {
      mark(labels, label.step().stepIndex());
    }
  }

  /** Takes activations of a step that is not known, since their tensor was not read. */
  void takeUnreadActivations() {
    unreadActivations++;
  }

  ChainPieces pieces(String chainId) {
    return new ChainPieces(
        chainId,
        started,
        finished,
        expectedSteps,
        steps.cardinality(),
        activations.cardinality() + unreadActivations,
        scores.cardinality(),
        labels.cardinality());
  }

  private static void mark(BitSet seen, int step) {
    if (step < MOST_STEPS) {
      seen.set(step);
    }
  }
}
