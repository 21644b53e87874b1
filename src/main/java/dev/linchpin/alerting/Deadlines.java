package dev.linchpin.alerting;

import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.alerting.Observation.Timed;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.LeadTimeTracker;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ChainFinished;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which verdicts came before the next step was complete. In memory only, and bounded: of what waits
 * for its other time for too long, nothing is told. Not thread-safe.
 */
final class Deadlines {
  private static final int MOST_CHAINS = 5_000;
  private static final int MOST_STEPS = 50_000;

  private final LeadTimeTracker tracker = new LeadTimeTracker(MOST_CHAINS);
  private final Map<StepRef, Judged> waiting = new LinkedHashMap<>();

  /** The verdict on a step was written. */
  Optional<Timed> judged(Judged judged, Instant writtenAt) {
    StepRef step = judged.step().ref();
    waiting.putIfAbsent(step, judged);
    if (waiting.size() > MOST_STEPS) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    return told(tracker.onVerdict(step, writtenAt));
  }

  /** A step was complete. */
  Optional<Timed> completed(StepRef step, Instant at) {
    return told(tracker.onStepCompleted(step, at));
  }

  /** A chain ended. */
  Optional<Timed> finished(ChainFinished chain) {
    return told(tracker.onChainFinished(chain.chainId(), chain.steps(), chain.finishedAt()));
  }

  private Optional<Timed> told(Optional<LeadTime> lead) {
    return lead.flatMap(
        time ->
            Optional.ofNullable(waiting.remove(time.step()))
                .map(judged -> new Timed(judged.model(), judged.step(), time.inTime())));
  }
}
