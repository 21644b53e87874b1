package dev.linchpin.training;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.StepLabelled;

/**
 * What probes are trained for.
 *
 * @param model name of the model
 * @param modelFingerprint digest of its configuration and weights
 * @param shape of the captured activations
 */
record TrainingTarget(String model, String modelFingerprint, CaptureShape shape) {
  static TrainingTarget of(ActivationsCaptured step) {
    return new TrainingTarget(step.model(), step.modelFingerprint(), step.activations().shape());
  }

  boolean matches(StepLabelled label) {
    return label.model().equals(model) && label.modelFingerprint().equals(modelFingerprint);
  }

  boolean matches(ActivationsCaptured step) {
    return of(step).equals(this);
  }
}
