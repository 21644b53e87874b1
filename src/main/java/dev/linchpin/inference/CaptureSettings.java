package dev.linchpin.inference;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.reasoning.AnswerMarker;

/**
 * How a chain's text and activations become steps.
 *
 * @param marker where the steps end and the answer begins
 * @param pooling how a step's tokens become one vector per layer
 * @param layers which blocks are captured
 * @param format number format of activations on the wire
 */
public record CaptureSettings(
    AnswerMarker marker, Pooling pooling, LayerSelection layers, NumberFormat format) {

  /** All blocks, side by side. */
  public CaptureSettings(AnswerMarker marker, Pooling pooling, NumberFormat format) {
    this(marker, pooling, LayerSelection.ALL, format);
  }

  /**
   * The shape of what is captured of a model.
   *
   * @throws IllegalArgumentException if the model lacks one of the layers
   */
  public CaptureShape shape(ReasoningModel model) {
    return layers.shape(model.layers(), model.hidden(), pooling);
  }
}
