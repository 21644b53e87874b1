package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.ChainFinished;
import java.time.Instant;
import java.util.Optional;

/**
 * How a chain ended.
 *
 * @param reason why generation ended
 * @param answer the text after the last step; empty when it is withheld
 * @param correct whether it equals the answer key, where there is one
 * @param steps number of steps published
 * @param promptTokens tokens of the prompt
 * @param completionTokens tokens generated
 * @param finishedAt when the last token existed
 */
public record FinishView(
    ChainFinished.FinishReason reason,
    Optional<String> answer,
    Optional<Boolean> correct,
    int steps,
    int promptTokens,
    int completionTokens,
    Instant finishedAt) {

  /** The end as it is shown. */
  public static FinishView of(ChainFinished chain, Exposure exposure) {
    return new FinishView(
        chain.reason(),
        exposure.of(chain.answer()),
        chain.correct(),
        chain.steps(),
        chain.promptTokens(),
        chain.completionTokens(),
        chain.finishedAt());
  }
}
