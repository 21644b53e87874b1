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
 * @param shape the activations it reads; {@code shape.size() == probe.inputs()}
 * @param probe the classifier
 * @param calibration from logit to probability
 * @param thresholds from probability to verdict
 * @param metrics finite figures on its test split by name, for example {@code auroc}
 * @param parentVersion the version it succeeds
 * @param status its part on the live stream
 * @param trainedAt when training ended
 */
public record ProbeRelease(
    ProbeId id,
    String modelFingerprint,
    CaptureShape shape,
    Probe probe,
    Calibration calibration,
    Thresholds thresholds,
    Map<String, Double> metrics,
    Optional<Integer> parentVersion,
    ProbeStatus status,
    Instant trainedAt) {
  public ProbeRelease {
    if (shape.size() != probe.inputs()) {
      throw new IllegalArgumentException(
          "probe " + id + " has " + probe.inputs() + " inputs, its capture shape " + shape.size());
    }
    metrics = Map.copyOf(metrics);
    metrics.forEach((name, value) -> requireFinite(id, name, value));
    if (parentVersion.isPresent() && !isBefore(parentVersion.get(), id.version())) {
      throw new IllegalArgumentException(
          "probe " + id + " expected a parent before itself, got version " + parentVersion.get());
    }
    Objects.requireNonNull(modelFingerprint, "modelFingerprint");
    Objects.requireNonNull(calibration, "calibration");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(trainedAt, "trainedAt");
  }

  /**
   * Calibrated probability that a step is important, in [0, 1].
   *
   * @param activations {@code [layers * hidden]} of {@link #shape()}
   */
  public double score(float[] activations) {
    return calibration.probability(probe.logit(activations));
  }

  private static boolean isBefore(int parentVersion, int version) {
    return 1 <= parentVersion && parentVersion < version;
  }

  private static void requireFinite(ProbeId id, String metric, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "probe " + id + " expected finite metrics, got " + metric + " = " + value);
    }
  }
}
