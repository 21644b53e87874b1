package dev.linchpin.scoring;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainFinished.FinishReason;
import dev.linchpin.wire.StepCompleted;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Steps of a model with 2 layers of width 2, and probes whose logit is the sum of the values. */
final class Samples {
  static final String MODEL = "tiny";
  static final String WEIGHTS = "f00d";
  static final CaptureShape SHAPE = new CaptureShape(2, 2, Pooling.MEAN);
  static final Instant COMPLETED = Instant.parse("2026-01-02T03:04:05Z");
  static final Instant NOW = COMPLETED.plusMillis(7);

  /** Sums up to a score of 0.98: important. */
  static final float[] IMPORTANT = {1, 1, 1, 1};

  /** Sums up to a score of 0.5: uncertain. */
  static final float[] UNCERTAIN = {1, -1, 2, -2};

  /** Sums up to a score of 0.02: removable. */
  static final float[] REMOVABLE = {-1, -1, -1, -1};

  private Samples() {}

  static ActivationsCaptured step(String chainId, int index, float... values) {
    return captured(chainId, index, StepActivations.encode(SHAPE, NumberFormat.BF16, values));
  }

  static ActivationsCaptured captured(String chainId, int index, StepActivations activations) {
    return new ActivationsCaptured(
        new StepRef(chainId, index), MODEL, WEIGHTS, COMPLETED, activations);
  }

  static StepCompleted completed(String chainId, int index, Instant at) {
    return new StepCompleted(
        new StepRef(chainId, index), Optional.of("text"), index, index + 1, at, at, -0.5);
  }

  static ChainFinished finished(String chainId, int steps, Instant at) {
    return new ChainFinished(chainId, FinishReason.STOP, "7", Optional.of(true), steps, 10, 20, at);
  }

  static ProbeRelease champion(String name, int version) {
    return probe(name, version, ProbeStatus.CHAMPION);
  }

  static ProbeRelease probe(String name, int version, ProbeStatus status) {
    return probe(name, version, status, WEIGHTS, SHAPE);
  }

  static ProbeRelease probe(
      String name, int version, ProbeStatus status, String weights, CaptureShape shape) {
    float[] ones = new float[shape.size()];
    Arrays.fill(ones, 1);
    return release(name, version, status, weights, shape, new LinearProbe(ones, 0));
  }

  static ProbeRelease release(
      String name,
      int version,
      ProbeStatus status,
      String weights,
      CaptureShape shape,
      LinearProbe probe) {
    return new ProbeRelease(
        new ProbeId(MODEL, name, version),
        weights,
        ProbeInput.layerwise(shape),
        probe,
        Calibration.IDENTITY,
        new Thresholds(0.25, 0.75),
        Map.of("auroc", 0.9),
        Optional.empty(),
        new ProbeLifecycle(
            status, COMPLETED.plusSeconds(version), Optional.empty(), Optional.empty()));
  }
}
