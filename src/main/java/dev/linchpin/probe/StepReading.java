package dev.linchpin.probe;

import java.util.OptionalDouble;

/**
 * What a probe reads in a step's activations.
 *
 * @param firstLayer {@code [units]}, as {@link PackedProbe.Reading#firstLayer} gives it
 * @param distance as {@link TrainingReference#distance(float[])}; empty without a reference
 * @param finite whether all inputs were finite; otherwise the other figures mean nothing
 */
public record StepReading(float[] firstLayer, OptionalDouble distance, boolean finite) {}
