package dev.linchpin.app.reasoner;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.Pooling;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up activations of the size of a 7B model's, like a residual stream: normal, growing from
 * layer to layer, a layer much like the one before, and a few units hundreds of times as large. For
 * sizes and times only: their scores mean nothing.
 */
final class LargeModel {
  static final CaptureShape SHAPE = new CaptureShape(28, 3584, Pooling.MEAN);
  static final LayerSelection SOME = LayerSelection.of(List.of(8, 16, 24));

  private static final int UNITS = 128;
  private static final int LARGE_UNITS = 4;
  private static final float LARGE = 300;

  private LargeModel() {}

  /** Steps, {@code [layers * hidden]} each. */
  static List<float[]> steps(int count, long seed) {
    Random random = new Random(seed);
    int[] large = random.ints(LARGE_UNITS, 0, SHAPE.hidden()).toArray();
    return IntStream.range(0, count).mapToObj(i -> step(random, large)).toList();
  }

  private static float[] step(Random random, int[] large) {
    int hidden = SHAPE.hidden();
    float[] values = new float[SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      float before = i < hidden ? 0 : values[i - hidden];
      values[i] = before + 0.3f * (1 + (float) i / hidden / 8) * (float) random.nextGaussian();
    }
    for (int layer = 2; layer < SHAPE.layers(); layer++) {
      for (int unit : large) {
        values[layer * hidden + unit] += LARGE;
      }
    }
    return values;
  }

  /** A probe with weights of no meaning for what is captured. */
  static ProbeRelease probe(LayerSelection layers) {
    CaptureShape shape = layers.shape(SHAPE.layers(), SHAPE.hidden(), SHAPE.pooling());
    ProbeInput input = new ProbeInput(shape, LayerView.LAYERWISE);
    Random random = new Random(1);
    float[] w1 = new float[UNITS * input.size()];
    for (int i = 0; i < w1.length; i++) {
      w1[i] = (random.nextFloat() - 0.5f) / input.size();
    }
    return new ProbeRelease(
        new ProbeId("large", "any", 1),
        "0",
        input,
        new MlpProbe(input.size(), w1, new float[UNITS], new float[UNITS], 0),
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(Instant.EPOCH));
  }
}
