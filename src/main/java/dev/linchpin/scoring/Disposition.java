package dev.linchpin.scoring;

import java.util.List;

/** What became of one record that was read. */
public sealed interface Disposition {

  /** It got a score. */
  record Scored() implements Disposition {}

  /**
   * It went to the dead letters.
   *
   * @param reason name of a {@link RejectionReason}
   */
  record DeadLettered(String reason) implements Disposition {}

  /**
   * It was left alone.
   *
   * @param reason name of a {@link Selection.Reason} or an {@link Outcome.Unscored.Reason}
   */
  record Skipped(String reason) implements Disposition {}

  /** What the outputs of a record say about it. */
  static Disposition of(List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.Refusal refusal) {
        return new DeadLettered(refusal.reason().name());
      }
      if (output instanceof Output.Omission omission) {
        return new Skipped(omission.reason());
      }
    }
    return new Scored();
  }
}
