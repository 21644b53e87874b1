package dev.linchpin.dashboard.chain;

import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.LogAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;

/** Puts every record where it belongs. One that cannot be read is counted and passed over. */
final class ChainProcessor implements Processor<byte[], byte[], Void, Void> {
  private static final Logger LOG = Logger.getLogger(ChainProcessor.class);
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final ChainRecordReader reader;
  private final ChainRules rules;
  private final Clock clock;
  private ProcessorContext<Void, Void> context;
  private ChainShelf shelf;

  ChainProcessor(ChainRecordReader reader, ChainRules rules, Clock clock) {
    this.reader = reader;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<Void, Void> newContext) {
    context = newContext;
    shelf = new ChainShelf(newContext);
    newContext.schedule(
        SWEEP,
        PunctuationType.WALL_CLOCK_TIME,
        now -> shelf.forget(rules.retention(), clock.instant()));
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    Instant timestamp = Instant.ofEpochMilli(event.timestamp());
    try {
      apply(reader.read(origin.topic(), event.key(), event.value(), timestamp), timestamp);
    } catch (UnusableRecordException e) {
      rules.skipped().increment();
      LOG.warnf(
          "Record skipped: topic=%s address=%s reason=%s",
          origin.topic(), new LogAddress(origin.partition(), origin.offset()), e.reason());
    }
  }

  private void apply(ChainRecord record, Instant heardAt) {
    Exposure exposure = rules.exposure();
    if (record instanceof ChainRecord.Started started) {
      head(record, heardAt, head -> head.started(started.event(), exposure));
    } else if (record instanceof ChainRecord.Finished finished) {
      head(record, heardAt, head -> head.finished(finished.event(), exposure));
    } else if (record instanceof ChainRecord.Ablated ablated) {
      head(record, heardAt, head -> head.ablated(ablated.event()));
    } else if (record instanceof ChainRecord.Completed completed) {
      int index = completed.event().step().stepIndex();
      step(record, heardAt, index, step -> step.completed(completed.event(), exposure));
    } else if (record instanceof ChainRecord.Scored scored) {
      ScoreView score = ScoreView.of(scored.event(), scored.writtenAt());
      step(record, heardAt, scored.event().step().stepIndex(), step -> step.scored(score));
    }
  }

  private void head(ChainRecord record, Instant heardAt, UnaryOperator<ChainHead> change) {
    Optional<ChainHead> known = shelf.head(record.chainId());
    ChainHead head = known.orElseGet(() -> ChainHead.unknown(record.chainId(), heardAt));
    shelf.put(known, change.apply(head));
  }

  private void step(
      ChainRecord record, Instant heardAt, int index, UnaryOperator<StepView> change) {
    if (index >= ChainHead.MOST_STEPS) {
      head(record, heardAt, ChainHead::cut);
      return;
    }
    Optional<StepView> before = shelf.step(record.chainId(), index);
    StepView after = change.apply(before.orElseGet(() -> StepView.unknown(index)));
    shelf.put(record.chainId(), after);
    head(record, heardAt, head -> head.changed(before, after));
  }
}
