package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A step ended: the light record, without activations.
 *
 * @param step identity
 * @param text the step's text, empty when it is withheld
 * @param firstToken position of its first token in the sequence (prompt included), from 0
 * @param endToken position after its last token
 * @param startedAt when its first token existed
 * @param completedAt when its last token existed
 * @param meanLogProbability mean natural-log probability of its tokens, at most 0
 */
public record StepCompleted(
    StepRef step,
    Optional<String> text,
    int firstToken,
    int endToken,
    Instant startedAt,
    Instant completedAt,
    double meanLogProbability) {}
