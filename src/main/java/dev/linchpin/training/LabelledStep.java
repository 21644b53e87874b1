package dev.linchpin.training;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.reasoning.StepRef;
import java.util.OptionalInt;

/**
 * A step whose importance is known.
 *
 * @param step identity of the step
 * @param activations {@code [inputs]}, raw as captured and pooled, finite
 * @param important whether the answer depends on the step
 */
public record LabelledStep(StepRef step, float[] activations, boolean important) {
  public LabelledStep {
    OptionalInt fault = StepActivations.firstNonFinite(activations);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "step %d of %s: expected finite activations, got %s at index %d"
              .formatted(
                  step.stepIndex(),
                  step.chainId(),
                  activations[fault.getAsInt()],
                  fault.getAsInt()));
    }
  }

  /** The same step seen through other features, for a baseline. */
  public LabelledStep with(float[] features) {
    return new LabelledStep(step, features, important);
  }
}
