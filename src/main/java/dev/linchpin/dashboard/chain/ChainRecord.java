package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;

/** Something that a topic says of a chain. */
public sealed interface ChainRecord {
  /** Identity of the chain. */
  String chainId();

  /** A model began to reason. */
  record Started(ChainStarted event) implements ChainRecord {
    @Override
    public String chainId() {
      return event.chainId();
    }
  }

  /** A step ended. */
  record Completed(StepCompleted event) implements ChainRecord {
    @Override
    public String chainId() {
      return event.step().chainId();
    }
  }

  /**
   * A probe scored a step.
   *
   * @param writtenAt when the broker had the score
   */
  record Scored(StepScored event, Instant writtenAt) implements ChainRecord {
    @Override
    public String chainId() {
      return event.step().chainId();
    }
  }

  /** The chain ended. */
  record Finished(ChainFinished event) implements ChainRecord {
    @Override
    public String chainId() {
      return event.chainId();
    }
  }

  /** Removing steps showed something. */
  record Ablated(ChainAblated event) implements ChainRecord {
    @Override
    public String chainId() {
      return event.chainId();
    }
  }
}
