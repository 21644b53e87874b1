package dev.linchpin.dashboard.chain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Some chains, the newest first.
 *
 * @param chains summaries
 * @param next cursor of those after them; empty at the end
 * @param silent instances that did not answer, or did not have their chains yet: those are missing
 */
record ChainList(List<ChainSummary> chains, Optional<String> next, List<String> silent) {
  private static final Comparator<ChainSummary> NEWEST_FIRST =
      Comparator.comparing(ChainCursor::of, ChainCursor.NEWEST_FIRST);

  ChainList {
    chains = List.copyOf(chains);
    silent = List.copyOf(silent);
  }

  static ChainList of(List<ChainSummary> found, int limit, List<String> silent) {
    List<ChainSummary> chains = found.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    Optional<String> next =
        chains.size() < limit
            ? Optional.empty()
            : Optional.of(ChainCursor.of(chains.get(chains.size() - 1)).text());
    return new ChainList(chains, next, silent);
  }
}
