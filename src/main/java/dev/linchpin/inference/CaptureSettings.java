package dev.linchpin.inference;

import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.AnswerMarker;

/**
 * How a chain's text and activations become steps.
 *
 * @param marker where the steps end and the answer begins
 * @param pooling how a step's tokens become one vector per layer
 * @param format number format of activations on the wire
 */
public record CaptureSettings(AnswerMarker marker, Pooling pooling, NumberFormat format) {}
