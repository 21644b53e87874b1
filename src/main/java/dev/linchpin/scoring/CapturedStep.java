package dev.linchpin.scoring;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.LogAddress;

/**
 * A step to be scored.
 *
 * @param captured its record
 * @param activations the record's tensor, unpacked, of the right length
 * @param address where the record lies
 */
record CapturedStep(ActivationsCaptured captured, StepActivations activations, LogAddress address) {

  /** What decides which probes can read a step. */
  record Source(String model, String fingerprint, CaptureShape shape) {}

  Source source() {
    return new Source(captured.model(), captured.modelFingerprint(), activations.shape());
  }
}
