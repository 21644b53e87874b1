package dev.linchpin.dashboard.live;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The chains that a channel shows. A chain is picked when it starts, if few enough of those picked
 * before still run, and is shown to its end. Not thread-safe.
 */
final class Picks {
  private final Wish wish;
  private final LiveBoard board;
  private final Set<String> picked = new LinkedHashSet<>();
  private long droppedSteps;

  /** Picks the newest chains that are on the board. */
  Picks(Wish wish, LiveBoard board, Instant now) {
    this.wish = wish;
    this.board = board;
    board
        .newest(wish.model())
        .map(chain -> chain.head().chainId())
        .filter(this::isWished)
        .limit(wish.most())
        .forEach(picked::add);
  }

  /** Whether an event is shown; it was applied to the board. */
  boolean accepts(LiveEvent event, Instant now) {
    Optional<String> chain = event.chain();
    if (chain.isEmpty() || picked.contains(chain.get())) {
      return true;
    }
    if (wish.chain().isPresent()) {
      return wish.chain().equals(chain);
    }
    boolean shown = event instanceof LiveEvent.ChainStarted started && picks(started, now);
    if (!shown && event instanceof LiveEvent.StepCompleted && isOfModel(chain.get())) {
      droppedSteps++;
    }
    return shown;
  }

  boolean contains(String chainId) {
    return picked.contains(chainId);
  }

  /** Chains that are shown and run. */
  int running(Instant now) {
    return (int) picked.stream().filter(chain -> board.isRunning(chain, now)).count();
  }

  /** Steps that were not shown because their chains were not picked. */
  long droppedSteps() {
    return droppedSteps;
  }

  private boolean picks(LiveEvent.ChainStarted started, Instant now) {
    boolean wanted =
        wish.model().map(started.model()::equals).orElse(true) && running(now) < wish.most();
    if (wanted) {
      picked.add(started.chainId());
      forgetOldest();
    }
    return wanted;
  }

  private boolean isWished(String chainId) {
    return wish.chain().map(chainId::equals).orElse(true);
  }

  private boolean isOfModel(String chainId) {
    return wish.model().isEmpty() || wish.model().equals(board.model(chainId));
  }

  private void forgetOldest() {
    if (picked.size() > LiveBoard.MOST_CHAINS) {
      picked.remove(picked.iterator().next());
    }
  }
}
