package dev.linchpin.scoring;

import dev.linchpin.scoring.Output.Event;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import dev.linchpin.stream.DeadLetters;
import java.time.Clock;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends the outputs of a step, which its consumer has scored, each to its sink. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final Clock clock;
  private ProcessorContext<byte[], Object> context;

  ScoringProcessor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> step) {
    OutputForm.read(step.value()).forEach(output -> send(step, output));
  }

  private void send(Record<byte[], byte[]> step, Output output) {
    if (output instanceof Event event) {
      forward(step.withValue(event.value()), name(event.sink()));
      return;
    }
    Refusal refusal = (Refusal) output;
    Record<byte[], byte[]> original = step.withValue(refusal.original());
    forward(
        DeadLetters.letter(
            original, context.recordMetadata().orElseThrow(), refusal.reason(), refusal.message()),
        ScoringTopology.DEAD_LETTERS);
  }

  /**
   * With the present as timestamp: where a topic keeps the producer's, it says when it was sent.
   */
  private void forward(Record<byte[], ?> record, String sink) {
    context.forward(record.withTimestamp(clock.millis()), sink);
  }

  private static String name(Sink sink) {
    return switch (sink) {
      case SCORES -> ScoringTopology.SCORES;
      case LOW_IMPORTANCE_ALERTS -> ScoringTopology.LOW_IMPORTANCE_ALERTS;
      case IMPORTANT_ALERTS -> ScoringTopology.IMPORTANT_ALERTS;
    };
  }
}
