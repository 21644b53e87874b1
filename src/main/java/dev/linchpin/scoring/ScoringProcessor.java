package dev.linchpin.scoring;

import dev.linchpin.scoring.Output.Event;
import dev.linchpin.scoring.Output.Refusal;
import dev.linchpin.scoring.Output.Sink;
import dev.linchpin.stream.DeadLetters;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Sends the outputs of a step, which its consumer has scored, each to its sink. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final Delivery delivery;
  private ProcessorContext<byte[], Object> context;

  ScoringProcessor(Delivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> newContext) {
    context = newContext;
    delivery.init(newContext);
  }

  @Override
  public void process(Record<byte[], byte[]> step) {
    RecordMetadata source = context.recordMetadata().orElseThrow();
    List<Output> outputs = OutputForm.read(step.value());
    outputs.forEach(output -> send(step, output, source));
    delivery.done(source, Disposition.of(outputs));
  }

  private void send(Record<byte[], byte[]> step, Output output, RecordMetadata source) {
    if (output instanceof Event event) {
      forward(step.withValue(event.value()), name(event.sink()), source);
    } else if (output instanceof Refusal refusal) {
      Record<byte[], byte[]> original = step.withValue(refusal.original());
      forward(
          DeadLetters.letter(original, source, refusal.reason(), refusal.message()),
          ScoringTopology.DEAD_LETTERS,
          source);
    }
  }

  private void forward(Record<byte[], ?> output, String sink, RecordMetadata source) {
    context.forward(delivery.stamped(output, source), sink);
  }

  private static String name(Sink sink) {
    return switch (sink) {
      case SCORES -> ScoringTopology.SCORES;
      case LOW_IMPORTANCE_ALERTS -> ScoringTopology.LOW_IMPORTANCE_ALERTS;
      case IMPORTANT_ALERTS -> ScoringTopology.IMPORTANT_ALERTS;
    };
  }
}
