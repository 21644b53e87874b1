package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_ACTIVATIONS;
import static dev.linchpin.scoring.RejectionReason.PACKED_TENSOR;
import static dev.linchpin.scoring.RejectionReason.TENSOR_LENGTH;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.scoring.Outcome.Rejected;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads tensors from the wire into one buffer that is reused while the size stays the same. */
final class TensorReader {
  private float[] values = new float[0];

  /** The tensor read last, {@code [layers * hidden]}; good until the next read. */
  float[] values() {
    return values;
  }

  /** Reads a tensor, or tells what is wrong with it. */
  Optional<Rejected> read(StepActivations captured) {
    StepActivations activations;
    try {
      activations = captured.plain();
    } catch (IllegalArgumentException e) {
      return Optional.of(new Rejected(PACKED_TENSOR, e.getMessage()));
    }
    if (activations.data().remaining() != activations.expectedBytes()) {
      return Optional.of(wrongLength(activations));
    }
    decode(activations);
    OptionalInt index = StepActivations.firstNonFinite(values);
    return index.isPresent()
        ? Optional.of(nonFinite(activations.shape(), index.getAsInt()))
        : Optional.empty();
  }

  private void decode(StepActivations activations) {
    int size = activations.shape().size();
    if (values.length != size) {
      values = new float[size];
    }
    activations.decode(values);
  }

  private static Rejected wrongLength(StepActivations activations) {
    CaptureShape shape = activations.shape();
    return new Rejected(
        TENSOR_LENGTH,
        "expected %d values of %s for [%d, %d], got %d bytes"
            .formatted(
                shape.values(),
                activations.format(),
                shape.layers(),
                shape.hidden(),
                activations.data().remaining()));
  }

  private Rejected nonFinite(CaptureShape shape, int index) {
    return new Rejected(
        NON_FINITE_ACTIVATIONS,
        "expected finite values, got %s at layer %d, unit %d"
            .formatted(values[index], index / shape.hidden(), index % shape.hidden()));
  }
}
