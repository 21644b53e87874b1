package dev.linchpin.training;

import dev.linchpin.quality.Predictions;
import java.util.List;

/**
 * What two probes said of the same steps.
 *
 * @param chainIds {@code [n]}, the chain of each step
 * @param champion {@code [n]}, its scores beside the truth
 * @param challenger {@code [n]}, its scores beside the truth
 */
public record PairedScores(List<String> chainIds, Predictions champion, Predictions challenger) {
  public PairedScores {
    chainIds = List.copyOf(chainIds);
    if (champion.size() != chainIds.size() || challenger.size() != chainIds.size()) {
      throw new IllegalArgumentException(
          "expected as many scores as steps, got %d and %d for %d"
              .formatted(champion.size(), challenger.size(), chainIds.size()));
    }
  }

  /** Number of chains that the steps are of. */
  public int chains() {
    return (int) chainIds.stream().distinct().count();
  }
}
