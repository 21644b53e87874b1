package dev.linchpin.reasoning;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One chain of a {@link LeadTimeTracker}: what still waits, and what was already told. */
final class ChainLeadTimes {
  private final String chainId;
  private final Map<Integer, Instant> written = new HashMap<>();
  private final Map<Integer, Instant> deadlines = new HashMap<>();
  private final Set<Integer> told = new HashSet<>();
  private OptionalInt steps = OptionalInt.empty();

  ChainLeadTimes(String chainId) {
    this.chainId = chainId;
  }

  Optional<LeadTime> written(int step, Instant at) {
    return arrived(written, step, at);
  }

  Optional<LeadTime> deadline(int step, Instant at) {
    return arrived(deadlines, step, at);
  }

  void finished(int numberOfSteps) {
    steps = OptionalInt.of(numberOfSteps);
  }

  /** Whether the chain has ended and every step of it has its lead time. */
  boolean complete() {
    return steps.isPresent() && told.size() >= steps.getAsInt();
  }

  private Optional<LeadTime> arrived(Map<Integer, Instant> side, int step, Instant at) {
    if (told.contains(step)) {
      return Optional.empty();
    }
    side.putIfAbsent(step, at);
    return written.containsKey(step) && deadlines.containsKey(step)
        ? Optional.of(tell(step))
        : Optional.empty();
  }

  private LeadTime tell(int step) {
    told.add(step);
    Duration ahead = Duration.between(written.remove(step), deadlines.remove(step));
    return new LeadTime(new StepRef(chainId, step), ahead);
  }
}
