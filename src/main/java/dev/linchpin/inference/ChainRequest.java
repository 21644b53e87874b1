package dev.linchpin.inference;

import dev.linchpin.wire.SamplingSettings;
import java.util.Optional;

/**
 * A chain to generate.
 *
 * @param chainId identity of the chain
 * @param problemId the problem it answers, where it came from the work queue
 * @param prompt the prompt text
 * @param answerKey the right answer, where known
 * @param sampling how tokens are drawn
 */
public record ChainRequest(
    String chainId,
    Optional<String> problemId,
    String prompt,
    Optional<String> answerKey,
    SamplingSettings sampling) {}
