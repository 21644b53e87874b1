package dev.linchpin.catalogue;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.Thresholds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a model begins with: knows nothing, gives every step 0.5 and flags none. Its use is that
 * steps are scored at all, so that their addresses are known when labels come, and that there is a
 * champion for the first challenger to beat.
 */
public final class UntrainedProbe {
  /** Name of the probe. */
  public static final String NAME = "untrained";

  private UntrainedProbe() {}

  /**
   * The first version of a probe for a model.
   *
   * @param fingerprint digest of configuration and weights
   * @param shape of the captured activations
   * @param now when it is made
   */
  public static ProbeRelease of(String model, String fingerprint, CaptureShape shape, Instant now) {
    return new ProbeRelease(
        new ProbeId(model, NAME, 1),
        fingerprint,
        new ProbeInput(shape, LayerView.LAYER_MEAN),
        new LinearProbe(new float[shape.hidden()], 0),
        Calibration.IDENTITY,
        new Thresholds(0, 1),
        Map.of(),
        Optional.empty(),
        ProbeLifecycle.firstChampion(now));
  }
}
