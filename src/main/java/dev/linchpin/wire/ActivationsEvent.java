package dev.linchpin.wire;

import dev.linchpin.reasoning.StepRef;
import java.time.Instant;

/**
 * What the {@code activations} topic carries of a step: its activations, or what a probe's first
 * layer makes of them.
 */
public sealed interface ActivationsEvent permits ActivationsCaptured, StepProjected {
  /** Identity of the step. */
  StepRef step();

  /** Name of the model. */
  String model();

  /** Digest of the model's configuration and weights. */
  String modelFingerprint();

  /** When the step's last token existed. */
  Instant completedAt();
}
