package dev.linchpin.deadletters;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What became of the letters of a replay, in numbers that add up. For one thread at a time. */
public final class ReplayCounts {
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private long redelivered;
  private long already;

  /** Counts a letter. */
  public void add(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refusal) {
      refused.merge(refusal.reason(), 1L, Long::sum);
    } else if (outcome instanceof Outcome.AlreadyDone || outcome instanceof Outcome.Duplicate) {
      already++;
    } else {
      redelivered++;
    }
  }

  /** Letters that were selected: the sum of the others. */
  public long selected() {
    return redelivered + already + refused();
  }

  /** Letters that were put back, or would be. */
  public long redelivered() {
    return redelivered;
  }

  /** Letters whose record was put back before. */
  public long already() {
    return already;
  }

  /** Letters that cannot be put back. */
  public long refused() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Letters that cannot be put back, by reason; only reasons that there are. */
  public Map<Refusal, Long> refusedByReason() {
    return Collections.unmodifiableMap(refused);
  }
}
