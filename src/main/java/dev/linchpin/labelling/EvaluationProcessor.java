package dev.linchpin.labelling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Bands;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Collects evidence and, now and then, evaluates the versions that have something new. Whether one
 * has is part of its state, so that no crash takes an evaluation away.
 */
final class EvaluationProcessor implements Processor<byte[], Evidence, byte[], ProbeEvaluated> {
  private final LabellingRules rules;
  private final Evaluation evaluation;
  private final LabellingMetrics metrics;
  private final Clock clock;
  private final Map<String, List<Alarm>> alarms = new HashMap<>();
  private final Map<String, KnownBands> bands = new HashMap<>();
  private ProcessorContext<byte[], ProbeEvaluated> context;
  private ProbeStores probes;
  private KeyValueStore<String, DriftReference> references;

  EvaluationProcessor(LabellingRules rules, LabellingMetrics metrics, Clock clock) {
    this.rules = rules;
    this.evaluation = new Evaluation(rules.alarms());
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], ProbeEvaluated> newContext) {
    context = newContext;
    probes = new ProbeStores(newContext, rules.window());
    references = newContext.getStateStore(LabellingTopology.REFERENCES);
    newContext.schedule(
        rules.evaluationInterval(), PunctuationType.WALL_CLOCK_TIME, now -> evaluateAll());
  }

  @Override
  public void process(Record<byte[], Evidence> evidence) {
    probes.add(evidence.value());
  }

  @Override
  public void close() {
    metrics.gone(context.taskId());
  }

  private void evaluateAll() {
    List<Tally> tallies = probes.tallies();
    tallies.stream().filter(this::isDue).forEach(this::evaluate);
    metrics.standing(
        context.taskId(),
        tallies.stream().mapToLong(Tally::pending).sum(),
        alarms.values().stream().flatMap(Collection::stream).toList());
  }

  /** After a restart, also what has no news: its alarms are not known. */
  private boolean isDue(Tally tally) {
    return tally.hasNews() || !alarms.containsKey(tally.probe().key());
  }

  private void evaluate(Tally tally) {
    String key = tally.probe().key();
    List<LabelledScore> labels = probes.labels(tally);
    ProbeEvaluated evaluated =
        evaluation.of(
            tally,
            labels,
            probes.scores(tally),
            Optional.ofNullable(references.get(key)),
            clock.instant());
    alarms.put(key, evaluated.alarms());
    if (tally.hasNews()) {
      publish(evaluated.with(bands(key, tally, labels)));
      probes.put(tally.seen());
    }
  }

  /** Computed anew for new labels only: most news are scores. */
  private Bands bands(String key, Tally tally, List<LabelledScore> labels) {
    KnownBands known = bands.get(key);
    if (known == null || known.labelled() != tally.labelled()) {
      known = new KnownBands(tally.labelled(), LabelBands.of(labels));
      bands.put(key, known);
    }
    return known.bands();
  }

  private void publish(ProbeEvaluated evaluated) {
    byte[] key = evaluated.probe().key().getBytes(UTF_8);
    context.forward(new Record<>(key, evaluated, clock.millis()));
  }

  /**
   * Bands that were computed.
   *
   * @param labelled labels that the version had then
   */
  private record KnownBands(long labelled, Bands bands) {}
}
