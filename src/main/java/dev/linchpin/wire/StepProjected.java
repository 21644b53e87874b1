package dev.linchpin.wire;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.reasoning.StepRef;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A step whose activations met a probe's first layer where they were captured.
 *
 * @param step identity
 * @param modelFingerprint digest of configuration and weights of the model
 * @param completedAt when the step's last token existed
 * @param probe whose first layer it was; its model is the step's
 * @param activationDistance of the activations from the probe's training data, where it knows that
 * @param values {@code [units]}, {@link dev.linchpin.probe.Projection}'s
 */
public record StepProjected(
    StepRef step,
    String modelFingerprint,
    Instant completedAt,
    ProbeId probe,
    OptionalDouble activationDistance,
    float[] values)
    implements ActivationsEvent {

  @Override
  public String model() {
    return probe.model();
  }
}
