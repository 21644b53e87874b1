package dev.linchpin.probe;

import java.util.OptionalDouble;

/**
 * What a probe reads in a step's activations.
 *
 * @param logit uncalibrated
 * @param distance as {@link TrainingReference#distance(float[])}; empty without a reference
 * @param finite whether all inputs were finite; otherwise the other figures mean nothing
 */
public record StepReading(float logit, OptionalDouble distance, boolean finite) {}
