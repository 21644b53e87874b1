package dev.linchpin.training;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import java.util.List;

/**
 * Shifts and scales every input to mean 0 and deviation 1 over the training side. An input that
 * does not vary there is scaled by 0: nothing can be learnt from it, so it shall have no weight.
 *
 * @param mean {@code [inputs]}
 * @param scale {@code [inputs]}, one over the standard deviation, or 0
 */
record Standardisation(double[] mean, double[] scale) {
  /** Deviations below this share of the mean are rounding, not variation. */
  private static final double NO_VARIATION = 1e-6;

  static Standardisation fit(List<LabelledStep> steps) {
    int inputs = steps.get(0).activations().length;
    double[] mean = new double[inputs];
    for (LabelledStep step : steps) {
      for (int i = 0; i < inputs; i++) {
        mean[i] += step.activations()[i] / steps.size();
      }
    }
    return new Standardisation(mean, scale(steps, mean));
  }

  private static double[] scale(List<LabelledStep> steps, double[] mean) {
    double[] scale = new double[mean.length];
    for (LabelledStep step : steps) {
      for (int i = 0; i < mean.length; i++) {
        double distance = step.activations()[i] - mean[i];
        scale[i] += distance * distance / steps.size();
      }
    }
    for (int i = 0; i < mean.length; i++) {
      double deviation = Math.sqrt(scale[i]);
      scale[i] = deviation > NO_VARIATION * Math.abs(mean[i]) ? 1 / deviation : 0;
    }
    return scale;
  }

  /** Standardised inputs of several steps, {@code [steps, inputs]} row-major. */
  float[] apply(List<LabelledStep> steps) {
    int inputs = mean.length;
    float[] rows = new float[Math.multiplyExact(steps.size(), inputs)];
    for (int row = 0; row < steps.size(); row++) {
      float[] raw = steps.get(row).activations();
      for (int i = 0; i < inputs; i++) {
        rows[row * inputs + i] = (float) ((raw[i] - mean[i]) * scale[i]);
      }
    }
    return rows;
  }

  /** The probe that gives on raw inputs what {@code probe} gives on standardised ones. */
  Probe fold(Probe probe) {
    if (probe instanceof MlpProbe mlp) {
      return fold(mlp);
    }
    LinearProbe linear = (LinearProbe) probe;
    float[] weights = linear.weights().clone();
    return new LinearProbe(weights, foldRow(weights, 0, linear.bias()));
  }

  private MlpProbe fold(MlpProbe mlp) {
    float[] w1 = mlp.w1().clone();
    float[] b1 = new float[mlp.b1().length];
    for (int unit = 0; unit < b1.length; unit++) {
      b1[unit] = foldRow(w1, unit * mlp.inputs(), mlp.b1()[unit]);
    }
    return new MlpProbe(mlp.inputs(), w1, b1, mlp.w2(), mlp.b2());
  }

  /** Scales one row of weights in place and gives the bias that belongs to it. */
  private float foldRow(float[] weights, int offset, float bias) {
    double shifted = bias;
    for (int i = 0; i < mean.length; i++) {
      float scaled = (float) (weights[offset + i] * scale[i]);
      weights[offset + i] = scaled;
      shifted -= scaled * mean[i];
    }
    return (float) shifted;
  }
}
