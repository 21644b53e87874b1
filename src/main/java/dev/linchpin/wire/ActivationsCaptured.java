package dev.linchpin.wire;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * The heavy record of a step.
 *
 * @param step identity
 * @param model name of the model
 * @param modelFingerprint digest of configuration and weights
 * @param completedAt when the step's last token existed
 * @param activations the tensor {@code [layers, hidden]}
 */
public record ActivationsCaptured(
    StepRef step,
    String model,
    String modelFingerprint,
    Instant completedAt,
    StepActivations activations)
    implements ActivationsEvent {

  /** The tensor's bytes as they travel; to be read by index, never moved or written. */
  public ByteBuffer content() {
    return activations.data();
  }

  /** The same step with its activations in another form. */
  public ActivationsCaptured with(StepActivations form) {
    return new ActivationsCaptured(step, model, modelFingerprint, completedAt, form);
  }
}
