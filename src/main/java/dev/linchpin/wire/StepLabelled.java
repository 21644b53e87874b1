package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The ground truth of one step beside the scores it was given. Identity: the step; a later record
 * of the same step holds at least the scores of an earlier one and replaces it.
 *
 * @param step identity of the step
 * @param model name of the model
 * @param modelFingerprint digest of configuration and weights
 * @param label {@link StepLabel#IMPORTANT} or {@link StepLabel#REMOVABLE}
 * @param method how the steps were taken out
 * @param measure how a shortened chain was compared with the original
 * @param activations where the step's activations lie in the {@code activations} topic
 * @param stepCompletedAt when the step's last token existed
 * @param ablatedAt when the label existed
 * @param scores every score that is known so far, at least one, by name and version of the probe
 */
public record StepLabelled(
    StepRef step,
    String model,
    String modelFingerprint,
    StepLabel label,
    AblationMethod method,
    AttainabilityMeasure measure,
    LogAddress activations,
    Instant stepCompletedAt,
    Instant ablatedAt,
    List<Score> scores) {
  public StepLabelled {
    if (label == StepLabel.UNLABELLED) {
      throw new IllegalArgumentException("expected IMPORTANT or REMOVABLE, got " + label);
    }
    scores = List.copyOf(scores);
  }

  /** Whether the step is important. */
  public boolean important() {
    return label == StepLabel.IMPORTANT;
  }

  /** From the completion of the step to its label. */
  public Duration delay() {
    return Duration.between(stepCompletedAt, ablatedAt);
  }

  /**
   * A score that a probe gave the step when it was written.
   *
   * @param probe model, name and version
   * @param status the probe's status when it scored
   * @param score calibrated probability that the step is important, in [0, 1]
   * @param verdict the score against the probe's thresholds
   */
  public record Score(ProbeId probe, ProbeStatus status, double score, Verdict verdict) {}
}
