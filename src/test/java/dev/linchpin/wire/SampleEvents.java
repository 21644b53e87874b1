package dev.linchpin.wire;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One event of each kind, for tests. */
public final class SampleEvents {

  public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
  public static final StepRef STEP = new StepRef("chain-ä-1", 3);
  public static final ProbeId PROBE = new ProbeId("tiny", "importance", 7);
  public static final CaptureShape SHAPE = new CaptureShape(2, 3, Pooling.MEAN);

  private SampleEvents() {}

  public static ProblemPosed problemPosed() {
    return new ProblemPosed("p-1", "what is a ?", Optional.of("7"), NOW);
  }

  public static ChainStarted chainStarted() {
    return new ChainStarted(
        STEP.chainId(),
        Optional.of("p-1"),
        "tiny",
        "abc123",
        "what is a ?",
        Optional.empty(),
        new SamplingSettings(0.6, 0.95, 128, -42L),
        NOW);
  }

  public static ChainFinished chainFinished() {
    return new ChainFinished(
        STEP.chainId(),
        ChainFinished.FinishReason.LENGTH,
        "7",
        Optional.of(true),
        4,
        20,
        64,
        NOW.plusMillis(5));
  }

  public static StepCompleted stepCompleted() {
    return new StepCompleted(
        STEP, Optional.of("a is 7 ."), 20, 26, NOW, NOW.plusMillis(120), -0.1 / 3);
  }

  public static ActivationsCaptured activationsCaptured() {
    return activationsCaptured(SHAPE, new byte[] {0, 1, -1, 127, -128, 5, 6, 7, 8, 9, 10, 11});
  }

  public static ActivationsCaptured activationsCaptured(CaptureShape shape, byte[] data) {
    return new ActivationsCaptured(
        STEP, "tiny", "abc123", NOW, new StepActivations(shape, NumberFormat.BF16, data));
  }

  public static ProbeRelease mlpRelease() {
    return release(
        new MlpProbe(
            SHAPE.size(),
            new float[] {0.1f, -0f, Float.MIN_VALUE, 3f, 1e30f, -7f, 1, 2, 3, 4, 5, 6},
            new float[] {1f / 3, -2f},
            new float[] {9f, Float.MAX_VALUE},
            -0.25f));
  }

  public static ProbeRelease linearRelease() {
    return release(new LinearProbe(new float[] {1, 2, 3, 4, 5, 1f / 3}, 0.5f));
  }

  public static ProbeRelease release(Probe probe) {
    return new ProbeRelease(
        PROBE,
        "abc123",
        SHAPE,
        probe,
        new Calibration(1.5, -0.1),
        new Thresholds(0.2, 0.8),
        Map.of("auroc", 0.91, "ece", 0.02),
        Optional.of(6),
        ProbeStatus.CHAMPION,
        NOW);
  }

  public static StepScored stepScored() {
    return new StepScored(
        STEP,
        PROBE,
        ProbeStatus.CHALLENGER,
        1.0 / 3,
        Verdict.UNCERTAIN,
        NOW,
        NOW.plusNanos(7000),
        new LogAddress(2, 12345678901L));
  }

  public static StepFlagged stepFlagged() {
    return new StepFlagged(STEP, PROBE, Verdict.REMOVABLE, 0.1 / 3, 0.2, NOW, NOW.plusNanos(7000));
  }
}
