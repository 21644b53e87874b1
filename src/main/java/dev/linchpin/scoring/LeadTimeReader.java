package dev.linchpin.scoring;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.LeadTimeTracker;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Feeds records of {@code steps}, {@code scores} and {@code chains} to a tracker. */
final class LeadTimeReader {
  private final Topics topics;
  private final PatientReader<StepCompleted> steps;
  private final PatientReader<StepScored> scores;
  private final PatientReader<ChainEvent> chains;
  private final LeadTimeTracker tracker;

  LeadTimeReader(Topics topics, WireFormat wire, Patience patience, LeadTimeTracker tracker) {
    this.topics = topics;
    this.steps = new PatientReader<>(topics.steps(), wire.decoder(), patience);
    this.scores = new PatientReader<>(topics.scores(), wire.decoder(), patience);
    this.chains = new PatientReader<>(topics.chains(), wire.decoder(), patience);
    this.tracker = tracker;
  }

  /** The lead time that this record completes, if it does. */
  Optional<LeadTime> observe(ConsumerRecord<byte[], byte[]> event) {
    if (event.topic().equals(topics.scores().name())) {
      return onScore(scores.read(event.value()), Instant.ofEpochMilli(event.timestamp()));
    }
    return event.topic().equals(topics.steps().name())
        ? onStep(steps.read(event.value()))
        : onChain(chains.read(event.value()));
  }

  private Optional<LeadTime> onScore(StepScored score, Instant writtenAt) {
    return score.status() == ProbeStatus.CHAMPION
        ? tracker.onVerdict(score.step(), writtenAt)
        : Optional.empty();
  }

  private Optional<LeadTime> onStep(StepCompleted step) {
    return tracker.onStepCompleted(step.step(), step.completedAt());
  }

  private Optional<LeadTime> onChain(ChainEvent event) {
    return event instanceof ChainFinished end
        ? tracker.onChainFinished(end.chainId(), end.steps(), end.finishedAt())
        : Optional.empty();
  }
}
