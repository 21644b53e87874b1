package dev.linchpin.scoring;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.PackedProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.StepReading;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.probe.TrainingReference;
import java.util.List;
import java.util.Optional;

/**
 * A published probe, ready to score: a {@link ProbeRelease} whose classifier is packed, so that its
 * weights are kept once.
 */
record LiveProbe(
    ProbeId id,
    String modelFingerprint,
    ProbeInput input,
    PackedProbe classifier,
    Calibration calibration,
    Thresholds thresholds,
    Optional<TrainingReference> reference,
    ProbeLifecycle lifecycle) {

  static LiveProbe of(ProbeRelease release) {
    return new LiveProbe(
        release.id(),
        release.modelFingerprint(),
        release.input(),
        PackedProbe.of(release.probe()),
        release.calibration(),
        release.thresholds(),
        release.reference(),
        release.lifecycle());
  }

  /** The captured activations that it reads. */
  CaptureShape shape() {
    return input.shape();
  }

  List<StepReading> read(List<StepActivations> steps, BatchReader reader) {
    return reader.read(classifier, input, reference, steps);
  }
}
