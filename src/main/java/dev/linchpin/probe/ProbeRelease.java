package dev.linchpin.probe;

import dev.linchpin.activation.CaptureShape;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A trained probe as it is published: what it is, what it reads, how it judges.
 *
 * @param id model, name and version
 * @param modelFingerprint digest of the model it was trained on
 * @param input what it reads; {@code input.size() == probe.inputs()}
 * @param probe the classifier
 * @param calibration from logit to probability
 * @param thresholds from probability to verdict
 * @param metrics finite figures on its test split by name, for example {@code auroc}
 * @param reference what it met when it was trained, where that is known
 * @param lifecycle its part on the live stream and how it came there
 */
public record ProbeRelease(
    ProbeId id,
    String modelFingerprint,
    ProbeInput input,
    Probe probe,
    Calibration calibration,
    Thresholds thresholds,
    Map<String, Double> metrics,
    Optional<TrainingReference> reference,
    ProbeLifecycle lifecycle) {
  public ProbeRelease {
    requireInputs(id, input, probe.inputs(), "inputs");
    if (reference.isPresent()) {
      requireInputs(id, input, reference.get().mean().length, "values of reference");
    }
    metrics = Map.copyOf(metrics);
    metrics.forEach((name, value) -> requireFinite(id, name, value));
    Optional<Integer> parent = lifecycle.parentVersion();
    if (parent.isPresent() && !isBefore(parent.get(), id.version())) {
      throw new IllegalArgumentException(
          "probe " + id + " expected a parent before itself, got version " + parent.get());
    }
    Objects.requireNonNull(modelFingerprint, "modelFingerprint");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(thresholds, "thresholds");
  }

  /** The captured activations that it reads. */
  public CaptureShape shape() {
    return input.shape();
  }

  /** Its part on the live stream. */
  public ProbeStatus status() {
    return lifecycle.status();
  }

  /** The same probe at another point of its life. */
  public ProbeRelease with(ProbeLifecycle next) {
    return new ProbeRelease(
        id, modelFingerprint, input, probe, calibration, thresholds, metrics, reference, next);
  }

  /** The same probe under a version; under another than its own it has no parent. */
  public ProbeRelease renumbered(int version) {
    if (version == id.version()) {
      return this;
    }
    ProbeLifecycle orphan =
        new ProbeLifecycle(
            lifecycle.status(), lifecycle.trainedAt(), Optional.empty(), lifecycle.championSince());
    return new ProbeRelease(
        new ProbeId(id.model(), id.name(), version),
        modelFingerprint,
        input,
        probe,
        calibration,
        thresholds,
        metrics,
        reference,
        orphan);
  }

  /** The champion from {@code now} on. */
  public ProbeRelease promoted(Instant now) {
    return with(lifecycle.promoted(now));
  }

  /** Out of use. */
  public ProbeRelease retired() {
    return with(lifecycle.retired());
  }

  /**
   * Calibrated probability that a step is important, in [0, 1].
   *
   * @param activations {@code [layers * hidden]} of {@link #shape()}
   */
  public double score(float[] activations) {
    return scoreInputs(input.of(activations));
  }

  /**
   * As {@link #score}, on inputs that were made already.
   *
   * @param inputs {@code [inputs]}
   */
  public double scoreInputs(float[] inputs) {
    return calibration.probability(probe.logit(inputs));
  }

  /**
   * As {@link #score}, on what the probe's first layer made of the inputs.
   *
   * @param values {@code [units]}, {@link Projection}'s
   */
  public double scoreProjected(float[] values) {
    return calibration.probability(Projection.logit(probe, values));
  }

  private static boolean isBefore(int parentVersion, int version) {
    return 1 <= parentVersion && parentVersion < version;
  }

  private static void requireInputs(ProbeId id, ProbeInput input, int got, String of) {
    if (input.size() != got) {
      throw new IllegalArgumentException(
          "probe " + id + " has " + got + " " + of + ", its capture shape " + input.size());
    }
  }

  private static void requireFinite(ProbeId id, String metric, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "probe " + id + " expected finite metrics, got " + metric + " = " + value);
    }
  }
}
