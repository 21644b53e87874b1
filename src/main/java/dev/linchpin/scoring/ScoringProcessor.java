package dev.linchpin.scoring;

import dev.linchpin.reasoning.Verdict;
import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.scoring.Outcome.Scored;
import dev.linchpin.scoring.Outcome.Unscored;
import dev.linchpin.stream.DeadLetters;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Asks the judge and sends each part of the outcome to its sink. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final ActivationsJudge judge;
  private final Supplier<LiveProbes> probes;
  private final ScoringMetrics metrics;
  private final Clock clock;
  private ProcessorContext<byte[], Object> context;

  ScoringProcessor(
      ActivationsJudge judge, Supplier<LiveProbes> probes, ScoringMetrics metrics, Clock clock) {
    this.judge = judge;
    this.probes = probes;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> step) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    LogAddress address = new LogAddress(origin.partition(), origin.offset());
    Outcome outcome = judge.outcome(step.key(), step.value(), address, probes.get());
    if (outcome instanceof Scored scored) {
      scored.scores().forEach(score -> send(step, score));
      scored.flag().ifPresent(flag -> send(step, flag));
    } else if (outcome instanceof Rejected rejected) {
      send(step, rejected, origin);
    } else if (outcome instanceof Unscored unscored) {
      metrics.unscored(unscored.reason());
    }
  }

  private void send(Record<byte[], byte[]> step, StepScored score) {
    forward(step.withValue(score), ScoringTopology.SCORES);
    metrics.scored(score);
  }

  private void send(Record<byte[], byte[]> step, StepFlagged flag) {
    forward(step.withValue(flag), sink(flag.verdict()));
    metrics.flagged(flag.verdict());
  }

  private void send(Record<byte[], byte[]> step, Rejected rejected, RecordMetadata origin) {
    forward(
        DeadLetters.letter(step, origin, rejected.reason(), rejected.message()),
        ScoringTopology.DEAD_LETTERS);
    metrics.rejected(rejected.reason());
  }

  /**
   * With the present as timestamp: where a topic keeps the producer's, it says when it was sent.
   */
  private void forward(Record<byte[], ?> record, String sink) {
    context.forward(record.withTimestamp(clock.millis()), sink);
  }

  private static String sink(Verdict verdict) {
    return switch (verdict) {
      case REMOVABLE -> ScoringTopology.LOW_IMPORTANCE_ALERTS;
      case IMPORTANT -> ScoringTopology.IMPORTANT_ALERTS;
      case UNCERTAIN -> throw new IllegalArgumentException("expected a verdict beyond a threshold");
    };
  }
}
