package dev.linchpin.app.bench.load;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.app.bench.report.Spread;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.probe.TrainingReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A probe of the paper's size with random weights: its scores spread over both sides of one half,
 * and every step is flagged, so that every step has an alert.
 */
public final class BenchProbe {
  /** Hidden units of the paper's probe. */
  public static final int UNITS = 128;

  /** Name of the model whose activations it reads. */
  public static final String MODEL = "bench-model";

  /** Fingerprint of that model. */
  public static final String FINGERPRINT = "be9c4be9c4";

  private static final int SAMPLES = 32;
  private static final double LOGIT_RANGE = 6;

  private BenchProbe() {}

  /**
   * A champion, version 1.
   *
   * @param shape of the activations
   * @param seed of weights and of the activations that it is calibrated on
   */
  public static ProbeRelease champion(CaptureShape shape, long seed) {
    SyntheticActivations activations = new SyntheticActivations(shape, seed);
    MlpProbe probe = mlp(activations.magnitudes(), new Random(seed));
    Instant now = Instant.now();
    return new ProbeRelease(
        new ProbeId(MODEL, "bench", 1),
        FINGERPRINT,
        ProbeInput.layerwise(shape),
        probe,
        calibrated(probe, activations),
        new Thresholds(0.5, Math.nextUp(0.5)),
        Map.of(),
        Optional.of(reference(activations.magnitudes())),
        ProbeLifecycle.firstChampion(now));
  }

  /** The same weights in the shadow. */
  public static ProbeRelease challenger(ProbeRelease champion, int version) {
    return champion
        .renumbered(version)
        .with(ProbeLifecycle.challenger(champion.lifecycle().trainedAt(), 1));
  }

  /** As trained probes have it: the monitor measures every step's distance from it. */
  private static TrainingReference reference(float[] magnitudes) {
    float[] scale = new float[magnitudes.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = 1 / magnitudes[i];
    }
    double[] shares = new double[TrainingReference.BINS];
    Arrays.fill(shares, 1.0 / TrainingReference.BINS);
    return new TrainingReference(new float[scale.length], scale, shares, 1, 0.1);
  }

  private static MlpProbe mlp(float[] magnitudes, Random random) {
    int inputs = magnitudes.length;
    float[] w1 = new float[inputs * UNITS];
    for (int i = 0; i < w1.length; i++) {
      w1[i] = (float) (random.nextGaussian() / Math.sqrt(inputs)) / magnitudes[i % inputs];
    }
    return new MlpProbe(inputs, w1, gaussians(random), gaussians(random), 0);
  }

  private static float[] gaussians(Random random) {
    float[] values = new float[UNITS];
    for (int i = 0; i < UNITS; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Calibration calibrated(MlpProbe probe, SyntheticActivations activations) {
    List<Float> logits =
        IntStream.range(0, SAMPLES).mapToObj(i -> probe.logit(activations.next())).toList();
    Spread spread = Spread.of(logits, Float::doubleValue);
    double slope = LOGIT_RANGE / (spread.most() - spread.least());
    return new Calibration(slope, -slope * spread.median());
  }
}
