package dev.linchpin.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A model began to reason.
 *
 * @param chainId identity of the chain
 * @param problemId the problem it answers, where it came from the work queue
 * @param model name of the model
 * @param modelFingerprint digest of configuration and weights
 * @param prompt the prompt text
 * @param answerKey the right answer, where known
 * @param sampling how tokens are drawn
 * @param startedAt when the prompt was taken up
 */
public record ChainStarted(
    String chainId,
    Optional<String> problemId,
    String model,
    String modelFingerprint,
    String prompt,
    Optional<String> answerKey,
    SamplingSettings sampling,
    Instant startedAt)
    implements ChainEvent {}
