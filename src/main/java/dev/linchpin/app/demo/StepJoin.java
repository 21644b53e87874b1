package dev.linchpin.app.demo;

import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.LeadTimeTracker;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins steps, the champion's scores and deadlines, whatever the order of their arrival. */
final class StepJoin {
  private static final int MAX_CHAINS = 1_000;

  private final LeadTimeTracker leadTimes = new LeadTimeTracker(MAX_CHAINS);
  private final Map<StepRef, Parts> open = new HashMap<>();
  private final Consumer<FlaggedStep> whole;

  private static final class Parts {
    private StepCompleted completed;
    private StepScored scored;
    private LeadTime leadTime;

    boolean whole() {
      return completed != null && scored != null && leadTime != null;
    }
  }

  /** Hands every step that became whole to {@code whole}, each once. */
  StepJoin(Consumer<FlaggedStep> whole) {
    this.whole = whole;
  }

  void completed(StepCompleted step) {
    parts(step.step()).completed = step;
    timed(leadTimes.onStepCompleted(step.step(), step.completedAt()));
    emitWhole(step.step());
  }

  /** The champion's score, readable from {@code writtenAt} on. */
  void scored(StepScored score, Instant writtenAt) {
    parts(score.step()).scored = score;
    timed(leadTimes.onVerdict(score.step(), writtenAt));
    emitWhole(score.step());
  }

  void finished(ChainFinished chain) {
    timed(leadTimes.onChainFinished(chain.chainId(), chain.steps(), chain.finishedAt()));
  }

  private void timed(Optional<LeadTime> leadTime) {
    leadTime.ifPresent(
        known -> {
          parts(known.step()).leadTime = known;
          emitWhole(known.step());
        });
  }

  private Parts parts(StepRef step) {
    return open.computeIfAbsent(step, ref -> new Parts());
  }

  private void emitWhole(StepRef step) {
    Parts parts = open.get(step);
    if (parts != null && parts.whole()) {
      open.remove(step);
      whole.accept(new FlaggedStep(parts.completed, parts.scored, parts.leadTime));
    }
  }
}
