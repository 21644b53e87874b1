package dev.linchpin.probe;

import dev.linchpin.kernel.Panel;
import dev.linchpin.kernel.Scratch;
import dev.linchpin.kernel.Sums;
import dev.linchpin.kernel.Weights;

/**
 * Two layers.
 *
 * @param layer the first, {@code [inputs, units]}
 * @param b1 {@code [units]}
 * @param w2 {@code [units]}
 */
record PackedMlp(int inputs, Weights layer, float[] b1, float[] w2, float b2)
    implements PackedProbe {

  @Override
  public int units() {
    return b1.length;
  }

  @Override
  public float logit(float[] firstLayer) {
    float sum = b2;
    for (int unit = 0; unit < firstLayer.length; unit++) {
      sum += w2[unit] * Math.max(firstLayer[unit], 0f);
    }
    return sum;
  }

  @Override
  public Reading begin(int rows) {
    return new Products(new Sums(new float[rows * layer.outputs()], layer.outputs()));
  }

  private final class Products implements Reading {
    private final Sums sums;

    Products(Sums sums) {
      this.sums = sums;
    }

    @Override
    public void add(Panel steps, int from, Scratch scratch) {
      layer.multiply(steps, from, sums, scratch);
    }

    @Override
    public float[] firstLayer(int row) {
      float[] values = b1.clone();
      for (int unit = 0; unit < values.length; unit++) {
        values[unit] += sums.values()[row * sums.outputs() + unit];
      }
      return values;
    }
  }
}
