package dev.linchpin.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A chain ended.
 *
 * @param chainId identity of the chain
 * @param reason why generation ended
 * @param answer the answer text after the last step, empty when there is none
 * @param correct whether the answer equals the answer key, where there is a key
 * @param steps number of steps published
 * @param promptTokens tokens of the prompt
 * @param completionTokens tokens generated
 * @param finishedAt when the last token existed
 */
public record ChainFinished(
    String chainId,
    FinishReason reason,
    String answer,
    Optional<Boolean> correct,
    int steps,
    int promptTokens,
    int completionTokens,
    Instant finishedAt)
    implements ChainEvent {
  /** Why generation ended. */
  public enum FinishReason {
    STOP,
    LENGTH,
    ERROR
  }
}
