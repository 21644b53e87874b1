package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_ACTIVATIONS;
import static dev.linchpin.scoring.RejectionReason.TENSOR_LENGTH;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.scoring.Outcome.Rejected;
import java.util.Optional;
import java.util.OptionalInt;

/** What may be wrong with a tensor from the wire. */
final class TensorFaults {
  private TensorFaults() {}

  /** In long arithmetic: the shape came from the wire and its size may be no int. */
  static Optional<Rejected> wrongLength(StepActivations activations) {
    int length = activations.data().remaining();
    int width = activations.format().bytes();
    boolean right = length % width == 0 && length / width == values(activations.shape());
    return right ? Optional.empty() : Optional.of(rejected(activations, length));
  }

  /** Looks at every value; the length must be right. */
  static Optional<Rejected> nonFinite(StepActivations activations) {
    float[] values = activations.decode();
    OptionalInt index = StepActivations.firstNonFinite(values);
    return index.isPresent()
        ? Optional.of(rejected(activations.shape(), index.getAsInt(), values))
        : Optional.empty();
  }

  private static long values(CaptureShape shape) {
    return (long) shape.layers() * shape.hidden();
  }

  private static Rejected rejected(StepActivations activations, int length) {
    CaptureShape shape = activations.shape();
    return new Rejected(
        TENSOR_LENGTH,
        "expected %d values of %s for [%d, %d], got %d bytes"
            .formatted(
                values(shape), activations.format(), shape.layers(), shape.hidden(), length));
  }

  private static Rejected rejected(CaptureShape shape, int index, float[] values) {
    return new Rejected(
        NON_FINITE_ACTIVATIONS,
        "expected finite values, got %s at layer %d, unit %d"
            .formatted(values[index], index / shape.hidden(), index % shape.hidden()));
  }
}
