package dev.linchpin.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A question for an inference node.
 *
 * @param problemId identity of the problem
 * @param question the prompt text
 * @param answerKey the right answer, where known
 * @param posedAt when it was asked
 */
public record ProblemPosed(
    String problemId, String question, Optional<String> answerKey, Instant posedAt) {}
