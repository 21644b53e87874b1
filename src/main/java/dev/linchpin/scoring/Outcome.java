package dev.linchpin.scoring;

import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import java.util.List;
import java.util.Optional;

/** What becomes of one record of the {@code activations} topic. */
public sealed interface Outcome {
  /**
   * Live probes gave their scores.
   *
   * @param scores one per probe that reads such activations, at least one
   * @param flag the champion's verdict, where it is beyond a threshold
   */
  record Scored(List<StepScored> scores, Optional<StepFlagged> flag) implements Outcome {}

  /**
   * A good record that no live probe can score: counted, and left in the log for a replay.
   *
   * @param model name of the model
   * @param reason why not
   */
  record Unscored(String model, Reason reason) implements Outcome {
    /** Why a good record is not scored; the name is the value of the meter's tag. */
    public enum Reason {
      /** The model has no live probe. */
      NO_PROBE,
      /** It holds the first layer of a probe that is not live. */
      PROJECTED_FOR_OTHER_PROBE
    }

    /** A record of a model that has no live probe. */
    public Unscored(String model) {
      this(model, Reason.NO_PROBE);
    }
  }

  /**
   * A record that was not asked for.
   *
   * @param reason why not
   */
  record LeftOut(Selection.Reason reason) implements Outcome {}

  /**
   * A record for the dead letters.
   *
   * @param reason category
   * @param message expected, got, where
   */
  record Rejected(RejectionReason reason, String message) implements Outcome {}
}
