package dev.linchpin.probe;

import dev.linchpin.activation.CaptureShape;
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
   * The probe's inputs; the array itself where all layers are read.
   *
   * @param activations {@code [layers * hidden]}, layer-major
   * @return {@code [size()]}
   */
  public float[] of(float[] activations) {
    return switch (view) {
      case LAYERWISE -> activations;
      case LAYER_MEAN -> layerMean(activations);
    };
  }

  private float[] layerMean(float[] activations) {
    Dot.requireLength(shape.size(), activations);
    float[] mean = new float[shape.hidden()];
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += activations[layer * mean.length + i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= shape.layers();
    }
    return mean;
  }
}
