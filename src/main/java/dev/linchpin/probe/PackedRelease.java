package dev.linchpin.probe;

import dev.linchpin.activation.StepActivations;
import java.util.List;
import java.util.Optional;

/**
 * A published probe, ready to score: a {@link ProbeRelease} whose classifier is packed, so that its
 * weights are kept once.
 */
public record PackedRelease(
    ProbeId id,
    String modelFingerprint,
    ProbeInput input,
    PackedProbe classifier,
    Calibration calibration,
    Thresholds thresholds,
    Optional<TrainingReference> reference,
    ProbeLifecycle lifecycle) {

  /** Packs a release for the kernel of this JVM. */
  public static PackedRelease of(ProbeRelease release) {
    return new PackedRelease(
        release.id(),
        release.modelFingerprint(),
        release.input(),
        PackedProbe.of(release.probe()),
        release.calibration(),
        release.thresholds(),
        release.reference(),
        release.lifecycle());
  }

  /** Its part on the live stream. */
  public ProbeStatus status() {
    return lifecycle.status();
  }

  /**
   * What it reads in some steps, in their order.
   *
   * @param steps as {@link BatchReader#read} takes them
   */
  public List<StepReading> read(List<StepActivations> steps, BatchReader reader) {
    return reader.read(classifier, input, reference, steps);
  }

  /**
   * Calibrated probability that a step is important, in [0, 1].
   *
   * @param firstLayer {@code [units]}, as {@link StepReading#firstLayer} has it
   */
  public double score(float[] firstLayer) {
    return calibration.probability(classifier.logit(firstLayer));
  }
}
