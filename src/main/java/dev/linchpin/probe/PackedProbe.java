package dev.linchpin.probe;

import dev.linchpin.kernel.Kernel;
import dev.linchpin.kernel.Panel;
import dev.linchpin.kernel.Scratch;
import dev.linchpin.kernel.Weights;

/**
 * A probe made ready to read batches of steps. Large weights are rounded to bfloat16 (see {@link
 * Weights#pack}), so that a logit may differ a little from {@link Probe#logit}.
 */
public sealed interface PackedProbe permits PackedMlp, PackedLinear {
  /** Number of inputs. */
  int inputs();

  /** Number of values that its first layer gives: an MLP's hidden units, 1 for a linear probe. */
  int units();

  /**
   * The uncalibrated logit.
   *
   * @param firstLayer {@code [units]}, as {@link Reading#firstLayer} gives it
   */
  float logit(float[] firstLayer);

  /** Packs a probe for the kernel of this JVM; takes about as much memory as it or half of it. */
  static PackedProbe of(Probe probe) {
    if (probe instanceof MlpProbe mlp) {
      Weights layer = Weights.pack(mlp.w1(), mlp.inputs(), Kernel.best());
      return new PackedMlp(mlp.inputs(), layer, mlp.b1(), mlp.w2(), mlp.b2());
    }
    LinearProbe linear = (LinearProbe) probe;
    return new PackedLinear(linear.weights(), linear.bias());
  }

  /**
   * Begins to read some steps.
   *
   * @param rows rows of the panels to come
   */
  Reading begin(int rows);

  /** The sums of some steps, which grow block by block. */
  interface Reading {
    /**
     * Takes the next block of inputs.
     *
     * @param from the first of them
     */
    void add(Panel steps, int from, Scratch scratch);

    /**
     * What the first layer makes of a row when all blocks have been taken, {@code [units]}: {@code
     * w1 x + b1} of an MLP, before ReLU; the logit of a linear probe.
     */
    float[] firstLayer(int row);
  }
}
