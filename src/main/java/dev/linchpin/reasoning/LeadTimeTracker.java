package dev.linchpin.reasoning;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Joins verdicts with deadlines, in any order of arrival, into one {@link LeadTime} per step. A
 * step's deadline is the completion of the next step, for the last step the end of the chain. What
 * arrives twice counts once: the first time stands.
 *
 * <p>At most {@code maxChains} chains are kept. Beyond that the chain that was quiet longest is
 * forgotten; {@link #evictions()} counts those of them that still waited for something. Not
 * thread-safe.
 */
public final class LeadTimeTracker {
  private final int maxChains;
  private final Map<String, ChainLeadTimes> chains = new LinkedHashMap<>(16, 0.75f, true);
  private long evictions;

  /**
   * A tracker without chains.
   *
   * @param maxChains most chains kept, at least 1
   */
  public LeadTimeTracker(int maxChains) {
    if (maxChains < 1) {
      throw new IllegalArgumentException("maxChains must be >= 1, was " + maxChains);
    }
    this.maxChains = maxChains;
  }

  /** The verdict on {@code step} was written to the log at {@code writtenAt}. */
  public Optional<LeadTime> onVerdict(StepRef step, Instant writtenAt) {
    return chain(step.chainId()).written(step.stepIndex(), writtenAt);
  }

  /** {@code step} was complete at {@code completedAt}: the deadline of the step before it. */
  public Optional<LeadTime> onStepCompleted(StepRef step, Instant completedAt) {
    ChainLeadTimes chain = chain(step.chainId());
    return step.stepIndex() == 0
        ? Optional.empty()
        : chain.deadline(step.stepIndex() - 1, completedAt);
  }

  /**
   * A chain ended: the deadline of its last step.
   *
   * @param chainId the chain
   * @param steps number of its steps
   * @param finishedAt when its last token existed
   */
  public Optional<LeadTime> onChainFinished(String chainId, int steps, Instant finishedAt) {
    ChainLeadTimes chain = chain(chainId);
    chain.finished(steps);
    return steps == 0 ? Optional.empty() : chain.deadline(steps - 1, finishedAt);
  }

  /** Number of chains forgotten before every step of theirs had its lead time. */
  public long evictions() {
    return evictions;
  }

  private ChainLeadTimes chain(String chainId) {
    ChainLeadTimes known = chains.get(chainId);
    return known == null ? begin(chainId) : known;
  }

  private ChainLeadTimes begin(String chainId) {
    if (chains.size() == maxChains) {
      evictQuietest();
    }
    ChainLeadTimes chain = new ChainLeadTimes(chainId);
    chains.put(chainId, chain);
    return chain;
  }

  private void evictQuietest() {
    var oldest = chains.values().iterator();
    if (!oldest.next().complete()) {
      evictions++;
    }
    oldest.remove();
  }
}
