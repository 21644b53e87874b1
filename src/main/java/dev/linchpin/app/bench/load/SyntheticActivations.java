package dev.linchpin.app.bench.load;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Activations like those of a residual stream: the scale grows from layer to layer by a factor of
 * about thirty, every unit has a mean of its own, a few units are far larger than the rest in all
 * layers, and no two steps are alike.
 */
public final class SyntheticActivations {
  private static final double FIRST_SCALE = 0.3;
  private static final double LOG_GROWTH = 3.5;
  private static final int OUTLIERS = 4;
  private static final float OUTLIER_FACTOR = 60;
  private static final double STEADY_SHARE = 0.7;

  private final CaptureShape shape;
  private final Random random;
  private final float[] magnitudes;
  private final float[] means;

  /**
   * A source.
   *
   * @param seed of all that is drawn
   */
  public SyntheticActivations(CaptureShape shape, long seed) {
    this.shape = shape;
    this.random = new Random(seed);
    this.magnitudes = new float[shape.size()];
    this.means = new float[shape.size()];
    fillMagnitudes();
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (STEADY_SHARE * random.nextGaussian()) * magnitudes[i];
    }
  }

  /** Typical size of each value, {@code [layers * hidden]}. */
  public float[] magnitudes() {
    return magnitudes.clone();
  }

  /** Another step's activations, {@code [layers * hidden]}. */
  public float[] next() {
    float[] values = means.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) random.nextGaussian() * magnitudes[i];
    }
    return values;
  }

  /** Different steps' activations as they travel, in bf16. */
  public StepActivations[] pool(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> StepActivations.encode(shape, NumberFormat.BF16, next()))
        .toArray(StepActivations[]::new);
  }

  private void fillMagnitudes() {
    int[] outliers = random.ints(OUTLIERS, 0, shape.hidden()).toArray();
    for (int layer = 0; layer < shape.layers(); layer++) {
      int from = layer * shape.hidden();
      double depth = layer / Math.max(1.0, shape.layers() - 1.0);
      float scale = (float) (FIRST_SCALE * Math.exp(LOG_GROWTH * depth));
      Arrays.fill(magnitudes, from, from + shape.hidden(), scale);
      for (int unit : outliers) {
        magnitudes[from + unit] = scale * OUTLIER_FACTOR;
      }
    }
  }
}
