package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.ChainHead;
import dev.linchpin.dashboard.chain.ChainView;
import dev.linchpin.dashboard.chain.StepView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A chain on the board. */
final class BoardChain {
  /** What a step takes besides its text, with the scores of a few probes. */
  private static final long STEP_CHARACTERS = 500;

  private final TreeMap<Integer, StepView> steps = new TreeMap<>();
  private ChainHead head;
  private Instant heardAt;
  private long characters;

  BoardChain(String chainId, Instant heardAt) {
    this.head = ChainHead.unknown(chainId, heardAt);
    this.heardAt = heardAt;
  }

  ChainHead head() {
    return head;
  }

  /** When something was last said of it. */
  Instant heardAt() {
    return heardAt;
  }

  void heard(Instant now) {
    heardAt = now;
  }

  void change(UnaryOperator<ChainHead> change) {
    head = change.apply(head);
  }

  /** Changes a step; gives it where that changed anything. */
  Optional<StepView> change(int index, UnaryOperator<StepView> change) {
    if (index >= ChainHead.MOST_STEPS) {
      head = head.cut();
      return Optional.empty();
    }
    Optional<StepView> before = Optional.ofNullable(steps.get(index));
    StepView after = change.apply(before.orElseGet(() -> StepView.unknown(index)));
    if (before.filter(after::equals).isPresent()) {
      return Optional.empty();
    }
    steps.put(index, after);
    characters += length(after) - before.map(BoardChain::length).orElse(0L);
    head = head.changed(before, after);
    return Optional.of(after);
  }

  /** About how much memory it takes. */
  long characters() {
    return characters;
  }

  private static long length(StepView step) {
    return STEP_CHARACTERS + step.text().map(String::length).orElse(0);
  }

  ChainView view() {
    return ChainView.of(head, List.copyOf(steps.values()));
  }
}
