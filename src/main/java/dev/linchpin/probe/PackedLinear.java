package dev.linchpin.probe;

import dev.linchpin.kernel.Kernel;
import dev.linchpin.kernel.Panel;
import dev.linchpin.kernel.Scratch;

/**
 * One layer.
 *
 * @param weights {@code [inputs]}
 */
record PackedLinear(float[] weights, float bias) implements PackedProbe {

  @Override
  public int inputs() {
    return weights.length;
  }

  @Override
  public int units() {
    return 1;
  }

  @Override
  public float logit(float[] firstLayer) {
    return firstLayer[0];
  }

  @Override
  public Reading begin(int rows) {
    return new Products(new float[rows][Kernel.LANES]);
  }

  private final class Products implements Reading {
    private final float[][] lanes;

    Products(float[][] lanes) {
      this.lanes = lanes;
    }

    @Override
    public void add(Panel steps, int from, Scratch scratch) {
      for (int row = 0; row < lanes.length; row++) {
        int at = row * Panel.STRIDE;
        scratch.kernel().addProducts(steps.values(), at, weights, from, steps.depth(), lanes[row]);
      }
    }

    @Override
    public float[] firstLayer(int row) {
      return new float[] {bias + Lanes.sum(lanes[row])};
    }
  }
}
