package dev.linchpin.probe;

import dev.linchpin.activation.CaptureShape;
import java.time.Instant;
import java.util.Map;
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
 * @param metrics figures on its test split by name, for example {@code auroc}
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
  }

  /**
   * Calibrated probability that a step is important, in [0, 1].
   *
   * @param activations {@code [layers * hidden]} of {@link #shape()}
   */
  public double score(float[] activations) {
    return calibration.probability(probe.logit(activations));
  }
}
