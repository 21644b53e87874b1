package dev.linchpin.scoring;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.scoring.Outcome.LeftOut;
import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.scoring.Outcome.Scored;
import dev.linchpin.scoring.Outcome.Unscored;
import dev.linchpin.scoring.Output.Omission;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import dev.linchpin.scoring.TensorFaults.UnusableTensorException;
import dev.linchpin.stream.ChainReader;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepProjected;
import dev.linchpin.wire.StepScored;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From what one poll brought to what is to be written because of it, one list of outputs for each
 * record. For one thread.
 */
final class PollScorer {
  private final ChainReader<ActivationsEvent> reader;
  private final StepScorer scorer;
  private final ProjectedScorer projected;
  private final Selection selection;
  private final Supplier<LiveProbes> probes;
  private final VerdictWriter writer;
  private final ScoringMetrics metrics;

  PollScorer(
      ChainReader<ActivationsEvent> reader,
      Clock clock,
      Selection selection,
      Supplier<LiveProbes> probes,
      VerdictWriter writer,
      ScoringMetrics metrics) {
    this.reader = reader;
    this.scorer = new StepScorer(clock);
    this.projected = new ProjectedScorer(clock);
    this.selection = selection;
    this.probes = probes;
    this.writer = writer;
    this.metrics = metrics;
  }

  /** The outputs, in the order of the records. */
  List<List<Output>> outputs(List<RawStep> polled) {
    LiveProbes inForce = probes.get();
    Map<LogAddress, Outcome> outcomes = new HashMap<>();
    List<CapturedStep> captured = new ArrayList<>(polled.size());
    for (RawStep raw : polled) {
      selection
          .leavesOut(raw)
          .ifPresentOrElse(
              reason -> outcomes.put(raw.address(), new LeftOut(reason)),
              () -> read(raw, inForce, captured, outcomes));
    }
    outcomes.putAll(scorer.outcomes(captured, inForce));
    return polled.stream().map(raw -> outputs(raw, outcomes.get(raw.address()))).toList();
  }

  private void read(
      RawStep raw,
      LiveProbes inForce,
      List<CapturedStep> captured,
      Map<LogAddress, Outcome> outcomes) {
    try {
      ActivationsEvent event = reader.read(raw.key(), raw.value().orElse(null));
      Optional<Selection.Reason> leftOut = selection.leavesOut(event);
      if (leftOut.isPresent()) {
        outcomes.put(raw.address(), new LeftOut(leftOut.get()));
      } else if (event instanceof ActivationsCaptured step) {
        captured.add(new CapturedStep(step, TensorFaults.plain(step.activations()), raw.address()));
      } else {
        StepProjected step = (StepProjected) event;
        outcomes.put(raw.address(), projected.outcome(step, raw.address(), inForce));
      }
    } catch (UnusableRecordException e) {
      outcomes.put(raw.address(), new Rejected(RejectionReason.of(e.reason()), e.getMessage()));
    } catch (UnusableTensorException e) {
      outcomes.put(raw.address(), e.rejected());
    }
  }

  private List<Output> outputs(RawStep raw, Outcome outcome) {
    if (outcome instanceof Scored scored) {
      return outputs(scored);
    }
    if (outcome instanceof Rejected rejected) {
      metrics.rejected(rejected.reason());
      return List.of(new Refusal(rejected.reason(), rejected.message(), raw.original()));
    }
    if (outcome instanceof LeftOut leftOut) {
      return List.of(new Omission(leftOut.reason().name()));
    }
    Unscored unscored = (Unscored) outcome;
    metrics.unscored(unscored.reason());
    return List.of(new Omission(unscored.reason().name()));
  }

  private List<Output> outputs(Scored scored) {
    List<Output> outputs = new ArrayList<>(2);
    for (StepScored score : scored.scores()) {
      outputs.add(new Output.Event(Sink.SCORES, writer.bytes(score)));
      metrics.scored(score);
    }
    scored.flag().ifPresent(flag -> outputs.add(alert(flag)));
    return outputs;
  }

  private Output alert(StepFlagged flag) {
    metrics.flagged(flag.verdict());
    return new Output.Event(sink(flag.verdict()), writer.bytes(flag));
  }

  private static Sink sink(Verdict verdict) {
    return switch (verdict) {
      case REMOVABLE -> Sink.LOW_IMPORTANCE_ALERTS;
      case IMPORTANT -> Sink.IMPORTANT_ALERTS;
      case UNCERTAIN -> throw new IllegalArgumentException("expected a verdict beyond a threshold");
    };
  }
}
