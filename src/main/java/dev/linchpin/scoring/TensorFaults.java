package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_ACTIVATIONS;
import static dev.linchpin.scoring.RejectionReason.PACKED_TENSOR;
import static dev.linchpin.scoring.RejectionReason.TENSOR_LENGTH;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.scoring.Outcome.Rejected;
import java.util.Optional;
import java.util.OptionalInt;

/** What may be wrong with a tensor from the wire. */
final class TensorFaults {
  private TensorFaults() {}

  /** Why a tensor cannot be brought into the form that a product reads. */
  static final class UnusableTensorException extends RuntimeException {
    private final RejectionReason reason;

    UnusableTensorException(RejectionReason reason, String message) {
      super(message);
      this.reason = reason;
    }

    Rejected rejected() {
      return new Rejected(reason, String.valueOf(getMessage()));
    }
  }

  /** The tensor, unpacked, of the right length. */
  static StepActivations plain(StepActivations captured) {
    StepActivations plain = unpacked(captured);
    if (plain.data().remaining() != plain.expectedBytes()) {
      throw new UnusableTensorException(TENSOR_LENGTH, wrongLength(plain));
    }
    return plain;
  }

  /** Looks at every value; the length must be right. */
  static Optional<Rejected> nonFinite(StepActivations activations) {
    float[] values = activations.decode();
    OptionalInt index = StepActivations.firstNonFinite(values);
    return index.isPresent()
        ? Optional.of(nonFinite(activations.shape(), index.getAsInt(), values))
        : Optional.empty();
  }

  private static StepActivations unpacked(StepActivations captured) {
    try {
      return captured.plain();
    } catch (IllegalArgumentException e) {
      throw new UnusableTensorException(PACKED_TENSOR, e.getMessage());
    }
  }

  private static String wrongLength(StepActivations activations) {
    CaptureShape shape = activations.shape();
    return "expected %d values of %s for [%d, %d], got %d bytes"
        .formatted(
            shape.values(),
            activations.format(),
            shape.layers(),
            shape.hidden(),
            activations.data().remaining());
  }

  private static Rejected nonFinite(CaptureShape shape, int index, float[] values) {
    return new Rejected(
        NON_FINITE_ACTIVATIONS,
        "expected finite values, got %s at layer %d, unit %d"
            .formatted(values[index], index / shape.hidden(), index % shape.hidden()));
  }
}
