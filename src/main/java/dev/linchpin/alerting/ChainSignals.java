package dev.linchpin.alerting;

import dev.linchpin.alerting.Observation.Ended;
import dev.linchpin.alerting.Observation.Judged;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.stream.UnusableRecordException.Reason;
import dev.linchpin.wire.ChainEvent;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.Incident.ScoredStep;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.PatientReader;
import dev.linchpin.wire.StepCompleted;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import dev.linchpin.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What chains, their steps and the champions' scores say. Other probes' scores say nothing. */
final class ChainSignals implements RecordSignals {
  private final Topics topics;
  private final ChainReader<StepScored> scores;
  private final ChainReader<StepCompleted> steps;
  private final ChainReader<ChainEvent> chains;
  private final Deadlines deadlines = new Deadlines();

  ChainSignals(Topics topics, WireFormat wire, Patience patience) {
    this.topics = topics;
    this.scores = reader(topics.scores(), wire, patience, score -> score.step().chainId());
    this.steps = reader(topics.steps(), wire, patience, step -> step.step().chainId());
    this.chains = reader(topics.chains(), wire, patience, ChainEvent::chainId);
  }

  @Override
  public List<Observation> of(RawRecord raw) {
    if (raw.topic().equals(topics.scores().name())) {
      return scored(scores.read(raw.key(), raw.value()), raw.writtenAt());
    }
    if (raw.topic().equals(topics.steps().name())) {
      return completed(steps.read(raw.key(), raw.value()));
    }
    return event(chains.read(raw.key(), raw.value()));
  }

  private List<Observation> scored(StepScored score, Instant writtenAt) {
    requireRange(score.score());
    if (score.status() != ProbeStatus.CHAMPION) {
      return List.of();
    }
    ScoredStep step = new ScoredStep(score.step(), score.score(), score.verdict());
    Judged judged = new Judged(score.probe().model(), step);
    List<Observation> all = new ArrayList<>();
    all.add(judged);
    deadlines.judged(judged, writtenAt).ifPresent(all::add);
    return all;
  }

  private List<Observation> completed(StepCompleted step) {
    List<Observation> all = new ArrayList<>();
    deadlines.completed(step.step(), step.completedAt()).ifPresent(all::add);
    return all;
  }

  private List<Observation> event(ChainEvent event) {
    List<Observation> all = new ArrayList<>();
    if (event instanceof ChainFinished finished) {
      deadlines.finished(finished).ifPresent(all::add);
      all.add(new Ended(finished.chainId(), finished.steps()));
    }
    return all;
  }

  private static void requireRange(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new UnusableRecordException(
          Reason.MALFORMED, "expected a score in [0, 1], got " + score);
    }
  }

  private static <V> ChainReader<V> reader(
      Topic<V> topic, WireFormat wire, Patience patience, Function<V, String> chainId) {
    return new ChainReader<>(new PatientReader<>(topic, wire.decoder(), patience), chainId);
  }
}
