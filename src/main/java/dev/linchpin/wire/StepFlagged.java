package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * The champion's verdict on a step beyond one of its thresholds. Identity as {@link StepScored}.
 *
 * @param step identity of the step
 * @param probe model, name and version of the champion
 * @param verdict {@link Verdict#REMOVABLE} or {@link Verdict#IMPORTANT}
 * @param score calibrated probability that the step is important, in [0, 1]
 * @param threshold the threshold that the score is beyond, in [0, 1]
 * @param stepCompletedAt when the step's last token existed
 * @param scoredAt when the score was computed
 */
public record StepFlagged(
    StepRef step,
    ProbeId probe,
    Verdict verdict,
    double score,
    double threshold,
    Instant stepCompletedAt,
    Instant scoredAt) {

  /** The flag that a score raises: of a champion, beyond a threshold of its own. */
  public static Optional<StepFlagged> of(StepScored scored, Thresholds thresholds) {
    if (scored.status() != ProbeStatus.CHAMPION || scored.verdict() == Verdict.UNCERTAIN) {
      return Optional.empty();
    }
    double threshold =
        scored.verdict() == Verdict.REMOVABLE
            ? thresholds.removableAtMost()
            : thresholds.importantAtLeast();
    return Optional.of(
        new StepFlagged(
            scored.step(),
            scored.probe(),
            scored.verdict(),
            scored.score(),
            threshold,
            scored.stepCompletedAt(),
            scored.scoredAt()));
  }
}
