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
   * A good record of a model that has no live probe: counted, and left in the log for a replay.
   *
   * @param model name of the model
   */
  record Unscored(String model) implements Outcome {}

  /**
   * A record for the dead letters.
   *
   * @param reason category
   * @param message expected, got, where
   */
  record Rejected(RejectionReason reason, String message) implements Outcome {}
}
