package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.SamplingSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * How a chain began.
 *
 * @param problemId the problem it answers, where it came from the work queue
 * @param model name of the model
 * @param modelFingerprint digest of configuration and weights
 * @param prompt what was asked; empty when it is withheld
 * @param answerKey the right answer; empty when it is withheld or not known
 * @param sampling how tokens are drawn
 * @param startedAt when the prompt was taken up
 */
public record StartView(
    Optional<String> problemId,
    String model,
    String modelFingerprint,
    Optional<String> prompt,
    Optional<String> answerKey,
    SamplingSettings sampling,
    Instant startedAt) {

  static StartView of(ChainStarted chain, Exposure exposure) {
    return new StartView(
        chain.problemId(),
        chain.model(),
        chain.modelFingerprint(),
        exposure.of(chain.prompt()),
        exposure.of(chain.answerKey()),
        chain.sampling(),
        chain.startedAt());
  }
}
