package dev.linchpin.labelling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.labelling.LabellingMetrics.Loss;
import dev.linchpin.labelling.LabellingMetrics.Source;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.stream.DeadLetters;
import dev.linchpin.stream.UnusableRecordException;
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.StepLabelled;
import dev.linchpin.wire.StepScored;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Keeps scores and ablations, asks {@link LabelJoin} and sends what follows to its place. */
final class LabelJoinProcessor implements Processor<byte[], byte[], byte[], Object> {
  private final JoinReader reader;
  private final LabellingRules rules;
  private final LabellingMetrics metrics;
  private ProcessorContext<byte[], Object> context;
  private ChainStores chains;

  LabelJoinProcessor(JoinReader reader, LabellingRules rules, LabellingMetrics metrics) {
    this.reader = reader;
    this.rules = rules;
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], Object> newContext) {
    context = newContext;
    chains = new ChainStores(newContext);
    newContext.schedule(rules.sweepInterval(), PunctuationType.STREAM_TIME, this::sweep);
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    JoinReader.Event read;
    try {
      read = reader.read(origin.topic(), event);
    } catch (UnusableRecordException e) {
      context.forward(
          DeadLetters.letter(event, origin, e.reason(), e.getMessage()),
          LabellingTopology.DEAD_LETTERS);
      metrics.rejected(e.reason());
      return;
    }
    if (read instanceof JoinReader.Score score) {
      onScore(score.value(), event);
    } else if (read instanceof JoinReader.Ablation ablation) {
      onAblation(ablation.value(), event);
    }
  }

  private void onScore(StepScored score, Record<byte[], byte[]> event) {
    if (!chains.add(score, event.timestamp())) {
      metrics.duplicate(Source.SCORES);
      return;
    }
    List<StepScored> ofStep = chains.scores(score.step());
    Optional<AcceptedAblation> ablation = chains.ablation(score.step().chainId());
    Consumer<StepLabelled> counter = ofStep.size() == 1 ? metrics::labelled : metrics::replaced;
    send(LabelJoin.scored(score, ofStep, ablation), event, counter);
  }

  private void onAblation(ChainAblated ablated, Record<byte[], byte[]> event) {
    if (!rules.accepts(ablated)) {
      metrics.passedOver();
      return;
    }
    AcceptedAblation ablation = AcceptedAblation.of(ablated);
    if (!chains.add(ablated.chainId(), ablation, event.timestamp())) {
      metrics.duplicate(Source.ABLATIONS);
      return;
    }
    send(LabelJoin.ablated(ablation, chains.scores(ablated.chainId())), event, metrics::labelled);
  }

  private void send(Joined joined, Record<byte[], byte[]> event, Consumer<StepLabelled> counter) {
    for (StepLabelled label : joined.labels()) {
      context.forward(event.withValue(label), LabellingTopology.LABELS);
      counter.accept(label);
    }
    send(joined.evidence(), event.timestamp());
  }

  private void send(List<Evidence> evidence, long time) {
    for (Evidence each : evidence) {
      byte[] key = each.probe().key().getBytes(UTF_8);
      context.forward(new Record<>(key, each, time), LabellingTopology.EVIDENCE);
    }
  }

  private void sweep(long streamTime) {
    for (String chainId : chains.quietSince(streamTime - rules.retention().toMillis())) {
      forget(chainId, streamTime);
    }
  }

  private void forget(String chainId, long streamTime) {
    List<StepScored> scores = chains.scores(chainId);
    boolean ablated = chains.ablation(chainId).isPresent();
    chains.remove(chainId);
    if (!ablated) {
      send(LabelJoin.lost(scores), streamTime);
      metrics.lost(Loss.NO_ABLATION, steps(scores));
    } else if (scores.isEmpty()) {
      metrics.lost(Loss.NO_SCORE, 1);
    } else {
      metrics.completed();
    }
  }

  private static long steps(List<StepScored> scores) {
    return scores.stream().map(StepScored::step).map(StepRef::stepIndex).distinct().count();
  }
}
