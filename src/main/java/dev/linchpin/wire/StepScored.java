package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One probe's score of one step. Identity: step and probe (with version); safe to see twice.
 *
 * @param step identity of the step
 * @param probe model, name and version of the probe that scored
 * @param status the probe's status when it scored
 * @param score calibrated probability that the step is important, in [0, 1]
 * @param verdict the score against the probe's thresholds
 * @param stepCompletedAt when the step's last token existed
 * @param scoredAt when the score was computed
 * @param activations where the step's activations lie in the {@code activations} topic
 * @param activationDistance mean squared distance from the probe's training data in standard
 *     deviations, about 1 on training data; empty where the probe has no reference
 */
public record StepScored(
    StepRef step,
    ProbeId probe,
    ProbeStatus status,
    double score,
    Verdict verdict,
    Instant stepCompletedAt,
    Instant scoredAt,
    LogAddress activations,
    OptionalDouble activationDistance) {}
