package dev.linchpin.training;

import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;

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

  static Standardisation fit(Examples examples) {
    double[] mean = new double[examples.inputs()];
    float[] row = new float[mean.length];
    for (int example = 0; example < examples.size(); example++) {
      examples.row(example, row);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / examples.size();
      }
    }
    return new Standardisation(mean, scale(examples, mean));
  }

  private static double[] scale(Examples examples, double[] mean) {
    double[] scale = new double[mean.length];
    float[] row = new float[mean.length];
    for (int example = 0; example < examples.size(); example++) {
      examples.row(example, row);
      for (int i = 0; i < mean.length; i++) {
        double distance = row[i] - mean[i];
        scale[i] += distance * distance / examples.size();
      }
    }
    for (int i = 0; i < mean.length; i++) {
      double deviation = Math.sqrt(scale[i]);
      scale[i] = deviation > NO_VARIATION * Math.abs(mean[i]) ? 1 / deviation : 0;
    }
    return scale;
  }

  /** Standardised inputs of several examples, {@code [examples, inputs]} row-major. */
  float[] apply(Examples examples) {
    int inputs = mean.length;
    float[] raw = new float[inputs];
    float[] rows = new float[Math.multiplyExact(examples.size(), inputs)];
    for (int row = 0; row < examples.size(); row++) {
      examples.row(row, raw);
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
