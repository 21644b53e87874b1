package dev.linchpin.probe;

/**
 * How much each layer of a step's activations adds to a probe's logit: the logit minus the logit
 * with that layer where the training data have it on average, or at zero where that is not known.
 * For a linear probe the contributions add up to the logit's distance from the average's; for an
 * MLP they need not.
 */
public final class LayerContributions {
  private final ProbeRelease release;
  private final int layers;
  private final int hidden;
  private final float[] average;

  /** Of a probe. */
  public LayerContributions(ProbeRelease release) {
    this.release = release;
    this.layers = release.shape().layers();
    this.hidden = release.shape().hidden();
    this.average =
        release.reference().map(TrainingReference::mean).orElse(new float[release.input().size()]);
  }

  /**
   * What each layer adds.
   *
   * @param activations {@code [layers * hidden]} of the probe's shape, layer-major
   * @return {@code [layers]}, in units of the logit
   */
  public float[] of(float[] activations) {
    Dot.requireLength(layers * hidden, activations);
    float[][] changes = changes(activations);
    return release.probe() instanceof MlpProbe mlp
        ? mlp(mlp, release.input().of(activations), changes)
        : linear((LinearProbe) release.probe(), changes);
  }

  /** What goes away with each layer, {@code [layers, hidden]}, as the probe would see it. */
  private float[][] changes(float[] activations) {
    float[][] changes = new float[layers][hidden];
    for (int layer = 0; layer < layers; layer++) {
      for (int i = 0; i < hidden; i++) {
        changes[layer][i] = share() * (activations[layer * hidden + i] - average[start(layer) + i]);
      }
    }
    return changes;
  }

  /** Of the mean of the layers, each layer has its part. */
  private float share() {
    return switch (release.input().view()) {
      case LAYERWISE -> 1f;
      case LAYER_MEAN -> 1f / layers;
    };
  }

  /** Where a layer's values begin among the inputs. */
  private int start(int layer) {
    return switch (release.input().view()) {
      case LAYERWISE -> layer * hidden;
      case LAYER_MEAN -> 0;
    };
  }

  private float[] linear(LinearProbe probe, float[][] changes) {
    float[] contributions = new float[layers];
    for (int layer = 0; layer < layers; layer++) {
      contributions[layer] = Dot.product(probe.weights(), start(layer), changes[layer]);
    }
    return contributions;
  }

  private float[] mlp(MlpProbe probe, float[] inputs, float[][] changes) {
    int units = probe.b1().length;
    float[] z = new float[units];
    for (int unit = 0; unit < units; unit++) {
      z[unit] = probe.b1()[unit] + Dot.product(probe.w1(), unit * probe.inputs(), inputs);
    }
    float[] contributions = new float[layers];
    for (int layer = 0; layer < layers; layer++) {
      for (int unit = 0; unit < units; unit++) {
        int weights = unit * probe.inputs() + start(layer);
        float without = z[unit] - Dot.product(probe.w1(), weights, changes[layer]);
        contributions[layer] += probe.w2()[unit] * (Math.max(z[unit], 0f) - Math.max(without, 0f));
      }
    }
    return contributions;
  }
}
