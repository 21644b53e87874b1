package dev.linchpin.reasoning;

import java.util.Objects;

/**
 * The identity of one step of one chain.
 *
 * @param chainId the chain the step belongs to, never blank
 * @param stepIndex position of the step in its chain, from 0
 */
public record StepRef(String chainId, int stepIndex) {
  public StepRef {
    Objects.requireNonNull(chainId, "chainId");
    if (chainId.isBlank()) {
      throw new IllegalArgumentException("chainId must not be blank");
    }
    if (stepIndex < 0) {
      throw new IllegalArgumentException("stepIndex must be >= 0, was " + stepIndex);
    }
  }
}
