package dev.linchpin.probe;

/**
 * A probe's first layer, apart from what comes after it: the one may run where activations are
 * captured and the other where steps are scored. Together they give the bits of {@link
 * Probe#logit}.
 */
public final class Projection {
  private Projection() {}

  /** Number of values that the first layer gives: an MLP's hidden units, 1 for a linear probe. */
  public static int units(Probe probe) {
    return probe instanceof MlpProbe mlp ? mlp.b1().length : 1;
  }

  /**
   * The first layer: {@code w1 x + b1} of an MLP, before ReLU; the logit of a linear probe.
   *
   * @param inputs {@code [inputs]} of the probe
   * @return {@code [units]}
   */
  public static float[] of(Probe probe, float[] inputs) {
    return probe instanceof MlpProbe mlp
        ? firstLayer(mlp, inputs)
        : new float[] {probe.logit(inputs)};
  }

  /**
   * The logit that follows.
   *
   * @param values {@code [units]}
   */
  public static float logit(Probe probe, float[] values) {
    if (values.length != units(probe)) {
      throw new IllegalArgumentException(
          "expected " + units(probe) + " values of a first layer, got " + values.length);
    }
    return probe instanceof MlpProbe mlp ? output(mlp, values) : values[0];
  }

  private static float[] firstLayer(MlpProbe mlp, float[] inputs) {
    Dot.requireLength(mlp.inputs(), inputs);
    float[] values = new float[mlp.b1().length];
    for (int unit = 0; unit < values.length; unit++) {
      values[unit] = mlp.b1()[unit] + Dot.product(mlp.w1(), unit * inputs.length, inputs);
    }
    return values;
  }

  private static float output(MlpProbe mlp, float[] values) {
    float sum = mlp.b2();
    for (int unit = 0; unit < values.length; unit++) {
      sum += mlp.w2()[unit] * Math.max(values[unit], 0f);
    }
    return sum;
  }
}
