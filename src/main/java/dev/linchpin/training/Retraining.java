package dev.linchpin.training;

import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From the labels there are to a challenger. */
final class Retraining {
  /** Name of the figure that says how many labels a probe was made from. */
  static final String LABELS = "labels";

  private final FollowerSettings settings;
  private final TrainingListener listener;

  Retraining(FollowerSettings settings, TrainingListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Trains a challenger.
   *
   * @param heads the probes there are; the challenger has the next version
   * @param now when training ended, once it has
   * @throws IllegalArgumentException if a side of the split lacks a class
   */
  ProbeRelease train(TrainingData data, ProbeHeads heads, InstantSource now) {
    ProbeInput input = new ProbeInput(data.target().shape(), settings.view());
    Examples examples = data.examples(input);
    TrainedProbe trained =
        new ProbeTrainer(settings.training(), listener)
            .train(ChainSplit.of(examples, settings.training().seed()));
    String model = data.target().model();
    Instant trainedAt = now.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Integer> parent = heads.champion(model).map(head -> head.id().version());
    return new ProbeRelease(
        new ProbeId(model, settings.name(), heads.nextVersion(model)),
        data.target().modelFingerprint(),
        input,
        trained.probe(),
        trained.calibration(),
        trained.thresholds(),
        metrics(trained, examples.size()),
        Optional.of(trained.reference()),
        new ProbeLifecycle(ProbeStatus.CHALLENGER, trainedAt, parent, Optional.empty()));
  }

  private static Map<String, Double> metrics(TrainedProbe trained, int labels) {
    Map<String, Double> metrics = new HashMap<>(trained.report().metrics());
    metrics.put(LABELS, (double) labels);
    return metrics;
  }

  /** When a probe was last made from labels of a model, if one was. */
  static Optional<Instant> last(ProbeHeads heads, String model) {
    return heads.of(model).stream()
        .filter(head -> head.metrics().containsKey(LABELS))
        .map(head -> head.lifecycle().trainedAt())
        .max(Instant::compareTo);
  }
}
