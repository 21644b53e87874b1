package dev.linchpin.probe;

import java.util.OptionalDouble;

/**
 * What a probe reads in a step's activations.
 *
 * @param firstLayer {@code [units]}, as {@link PackedProbe.Reading#firstLayer} gives it
 * @param distance as {@link TrainingReference#distance(float[])}; empty without a reference
 */
public record StepReading(float[] firstLayer, OptionalDouble distance) {

  /**
   * Whether all inputs were surely finite. One that is not makes every sum infinite or NaN,
   * whatever its weight; a sum that is not finite may also be one of large values.
   */
  public boolean finite() {
    return Float.isFinite(firstLayer[0]);
  }
}
