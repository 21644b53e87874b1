package dev.linchpin.labelling;

import dev.linchpin.wire.ProbeEvaluated.Alarm;
import dev.linchpin.wire.ProbeEvaluated.Delays;
import dev.linchpin.wire.StepLabelled;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/**
 * The meters of labelling. Tags take their values from small closed sets, never from a record's
 * contents. Counters count what this instance did: after a crash, what was not committed is counted
 * again; the exact numbers are in {@code evaluations}.
 *
 * <ul>
 *   <li>{@code linchpin.labels} by {@code label}: steps labelled
 *   <li>{@code linchpin.labels.replaced}: labels written again for the score of a further probe
 *   <li>{@code linchpin.label.delay}: from a step's completion to its label, clock skew cut at 0
 *   <li>{@code linchpin.labels.pending}: scores whose step may still get a label, now
 *   <li>{@code linchpin.labels.lost} by {@code reason}: {@code NO_ABLATION}, steps that never got
 *       an ablation; {@code NO_SCORE}, ablations that never got a score
 *   <li>{@code linchpin.label.chains.completed}: chains forgotten with both, which is no loss
 *   <li>{@code linchpin.label.duplicates} by {@code source}: repeated scores and ablations
 *   <li>{@code linchpin.ablations.passed.over}: ablations of another method or measure
 *   <li>{@code linchpin.dead.letters} by {@code reason}
 *   <li>{@code linchpin.probe.references.refused}: published probes that could not be used
 *   <li>{@code linchpin.quality.alarms} by {@code alarm}: probe versions beyond the bound, now
 * </ul>
 */
final class LabellingMetrics {
  /** What never met its other half. */
  enum Loss {
    NO_ABLATION,
    NO_SCORE
  }

  /** What was repeated. */
  enum Source {
    SCORES,
    ABLATIONS
  }

  /** How a task's probe versions stand. */
  private record Standing(long pending, List<Alarm> alarms) {
    long count(Alarm alarm) {
      return alarms.stream().filter(alarm::equals).count();
    }
  }

  private final MeterRegistry registry;
  private final Timer delay;
  private final Map<TaskId, Standing> standings = new ConcurrentHashMap<>();

  LabellingMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.delay =
        Timer.builder("linchpin.label.delay")
            .description("From a step's completion to its label")
            .serviceLevelObjectives(Delays.BOUNDS.toArray(Duration[]::new))
            .register(registry);
    registerGauges();
  }

  void labelled(StepLabelled label) {
    count("linchpin.labels", "label", label.label());
    delay.record(label.delay().isNegative() ? Duration.ZERO : label.delay());
  }

  /** Written again: counted, but its label and its delay already are. */
  void replaced(StepLabelled again) {
    registry.counter("linchpin.labels.replaced").increment();
  }

  void lost(Loss reason, long number) {
    registry.counter("linchpin.labels.lost", "reason", reason.name()).increment((double) number);
  }

  void completed() {
    registry.counter("linchpin.label.chains.completed").increment();
  }

  void duplicate(Source source) {
    count("linchpin.label.duplicates", "source", source);
  }

  void passedOver() {
    registry.counter("linchpin.ablations.passed.over").increment();
  }

  void rejected(Enum<?> reason) {
    count("linchpin.dead.letters", "reason", reason);
  }

  void referenceRefused() {
    registry.counter("linchpin.probe.references.refused").increment();
  }

  /**
   * How a task's probe versions stand now.
   *
   * @param pending scores whose step may still get a label
   * @param alarms of all versions, one after the other
   */
  void standing(TaskId task, long pending, List<Alarm> alarms) {
    standings.put(task, new Standing(pending, alarms));
  }

  /** The task is elsewhere now. */
  void gone(TaskId task) {
    standings.remove(task);
  }

  private void registerGauges() {
    Gauge.builder("linchpin.labels.pending", this, LabellingMetrics::pending)
        .description("Scores whose step may still get a label")
        .strongReference(true)
        .register(registry);
    for (Alarm alarm : Alarm.values()) {
      Gauge.builder("linchpin.quality.alarms", this, metrics -> metrics.raised(alarm))
          .description("Probe versions beyond the bound")
          .tag("alarm", alarm.name())
          .strongReference(true)
          .register(registry);
    }
  }

  private double pending() {
    return standings.values().stream().mapToLong(Standing::pending).sum();
  }

  private double raised(Alarm alarm) {
    return standings.values().stream().mapToLong(standing -> standing.count(alarm)).sum();
  }

  private void count(String name, String tag, Enum<?> value) {
    registry.counter(name, tag, value.name()).increment();
  }
}
