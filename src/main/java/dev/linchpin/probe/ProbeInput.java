package dev.linchpin.probe;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerMean;
import java.util.Objects;

/**
 * What a probe reads.
 *
 * @param shape the captured activations
 * @param view what it makes of their layers
 */
public record ProbeInput(CaptureShape shape, LayerView view) {
  public ProbeInput {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(view, "view");
  }

  /** All layers side by side. */
  public static ProbeInput layerwise(CaptureShape shape) {
    return new ProbeInput(shape, LayerView.LAYERWISE);
  }

  /** Number of inputs. */
  public int size() {
    return switch (view) {
      case LAYERWISE -> shape.size();
      case LAYER_MEAN -> shape.hidden();
    };
  }

  /**
   * Whether it reads activations of a shape: its own; for {@link LayerView#LAYER_MEAN} also the
   * mean of its own, that was taken where they were captured.
   */
  public boolean reads(CaptureShape captured) {
    return captured.equals(shape)
        || (view == LayerView.LAYER_MEAN && captured.equals(shape.mean()));
  }

  /**
   * The probe's inputs; the array itself where there is nothing to do.
   *
   * @param activations {@code [layers * hidden]} of a shape that {@link #reads} accepts,
   *     layer-major
   * @return {@code [size()]}
   */
  public float[] of(float[] activations) {
    return switch (view) {
      case LAYERWISE -> activations;
      case LAYER_MEAN -> layerMean(activations);
    };
  }

  private float[] layerMean(float[] activations) {
    if (activations.length == shape.hidden()) {
      return activations;
    }
    Dot.requireLength(shape.size(), activations);
    return LayerMean.of(activations, shape.hidden());
  }
}
