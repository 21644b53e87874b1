package dev.linchpin.wire;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LayerView;
import dev.linchpin.probe.LinearProbe;
import dev.linchpin.probe.MlpProbe;
import dev.linchpin.probe.Probe;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeInput;
import dev.linchpin.probe.ProbeLifecycle;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.Thresholds;
import dev.linchpin.probe.TrainingReference;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

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

  /** Two blocks, in 8 bits, packed. */
  public static ActivationsCaptured leanActivationsCaptured() {
    CaptureShape two = new CaptureShape(2, 40, Pooling.MEAN, LayerSelection.of(List.of(3, 7)));
    return new ActivationsCaptured(
        STEP,
        "tiny",
        "abc123",
        NOW,
        StepActivations.encode(two, NumberFormat.INT8, new float[80]).packed());
  }

  /** The mean of the blocks. */
  public static ActivationsCaptured layerMeanCaptured() {
    return activationsCaptured(SHAPE.mean(), new byte[6]);
  }

  /** The first layer of {@link #PROBE}. */
  public static StepProjected stepProjected() {
    return new StepProjected(
        STEP, "abc123", NOW, PROBE, OptionalDouble.of(1.5), new float[] {0.5f, -1f / 3});
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
        ProbeInput.layerwise(SHAPE),
        probe,
        new Calibration(1.5, -0.1),
        new Thresholds(0.2, 0.8),
        Map.of("auroc", 0.91, "ece", 0.02),
        Optional.empty(),
        new ProbeLifecycle(ProbeStatus.CHAMPION, NOW, Optional.of(6), Optional.empty()));
  }

  /** A probe on the mean of the layers that was a champion and knows its training data. */
  public static ProbeRelease layerMeanRelease() {
    return new ProbeRelease(
        PROBE,
        "abc123",
        new ProbeInput(SHAPE, LayerView.LAYER_MEAN),
        new LinearProbe(new float[] {1, 2, 3}, 0.5f),
        Calibration.IDENTITY,
        new Thresholds(0.2, 0.8),
        Map.of(),
        Optional.of(
            new TrainingReference(
                new float[] {1, -1, 0.5f},
                new float[] {2, 0, 1},
                new double[] {0.5, 0, 0, 0, 0, 0, 0, 0, 0.25, 0.25},
                0.97,
                0.2)),
        new ProbeLifecycle(ProbeStatus.RETIRED, NOW, Optional.empty(), Optional.of(NOW)));
  }

  /** A probe on one block. */
  public static ProbeRelease selectionRelease() {
    CaptureShape third = new CaptureShape(1, 3, Pooling.MEAN, LayerSelection.of(List.of(3)));
    return new ProbeRelease(
        PROBE,
        "abc123",
        ProbeInput.layerwise(third),
        new LinearProbe(new float[] {1, 2, 3}, 0.5f),
        Calibration.IDENTITY,
        new Thresholds(0.2, 0.8),
        Map.of(),
        Optional.empty(),
        new ProbeLifecycle(ProbeStatus.RETIRED, NOW, Optional.empty(), Optional.of(NOW)));
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
        new LogAddress(2, 12345678901L),
        OptionalDouble.of(1.25));
  }

  public static ReplayRequested replayRequested() {
    return new ReplayRequested(
        "yesterday-1",
        NOW,
        List.of(
            new OffsetRange(0, 7, OptionalLong.of(12345678901L), 3),
            new OffsetRange(1, 0, OptionalLong.empty(), 0)),
        Set.of("chain-ä-1", "chain-2"),
        Optional.of("tiny"),
        Optional.of(NOW),
        Optional.empty(),
        List.of(PROBE.key()),
        OptionalDouble.of(2.5),
        false);
  }

  public static ReplayCounted replayCounted() {
    return ReplayCounted.none(1)
        .plusScored(7)
        .plusDeadLettered(8, "MALFORMED")
        .plusDeadLettered(9, "MALFORMED")
        .plusSkipped(12, "OTHER_CHAIN");
  }

  public static StepFlagged stepFlagged() {
    return new StepFlagged(STEP, PROBE, Verdict.REMOVABLE, 0.1 / 3, 0.2, NOW, NOW.plusNanos(7000));
  }

  public static ChainAblated chainAblated() {
    return new ChainAblated(
        STEP.chainId(),
        "tiny",
        "abc123",
        new ChainAblated.Settings(
            AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP, 5, 0.6, 0.95, -3L, 0.8, 0.8),
        ChainAblated.Outcome.LABELLED,
        OptionalDouble.of(0.3),
        2,
        1,
        17,
        Duration.ofNanos(1_234_000),
        NOW,
        NOW.plusSeconds(9),
        List.of(
            new ChainAblated.Step(
                0,
                StepLabel.REMOVABLE,
                OptionalDouble.of(1),
                OptionalDouble.of(0.9),
                OptionalDouble.of(1e-3),
                List.of(1e-3f)),
            new ChainAblated.Step(
                1,
                StepLabel.UNLABELLED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of())));
  }

  public static StepLabelled stepLabelled() {
    return new StepLabelled(
        STEP,
        PROBE.model(),
        "abc123",
        StepLabel.IMPORTANT,
        AblationMethod.RANDOM,
        AttainabilityMeasure.MEAN_PERPLEXITY,
        new LogAddress(1, 77),
        NOW,
        NOW.plusSeconds(60),
        List.of(
            new StepLabelled.Score(PROBE, ProbeStatus.CHAMPION, 0.75, Verdict.UNCERTAIN),
            new StepLabelled.Score(
                new ProbeId(PROBE.model(), PROBE.name(), 8),
                ProbeStatus.CHALLENGER,
                0.9,
                Verdict.IMPORTANT)));
  }

  public static ProbeEvaluated probeEvaluated() {
    return new ProbeEvaluated(
        PROBE,
        1200,
        500,
        80,
        new ProbeEvaluated.Figures(
            OptionalDouble.of(0.9),
            OptionalDouble.of(0.8),
            OptionalDouble.of(0.7),
            OptionalDouble.empty(),
            OptionalDouble.of(0),
            OptionalDouble.of(0.95),
            OptionalDouble.of(0.5),
            OptionalDouble.of(0.1),
            OptionalDouble.of(0.02)),
        new ProbeEvaluated.Bands(
            Optional.of(new ProbeEvaluated.Band(0.85, 0.93)),
            Optional.empty(),
            List.of(
                new ProbeEvaluated.CalibrationBin(
                    0, 0.1, 0, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()),
                new ProbeEvaluated.CalibrationBin(
                    0.1,
                    0.2,
                    10,
                    OptionalDouble.of(0.15),
                    OptionalDouble.of(0.1),
                    Optional.of(new ProbeEvaluated.Band(0.018, 0.404))))),
        12,
        3,
        new ProbeEvaluated.Delays(
            List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), OptionalDouble.of(1234.5)),
        new ProbeEvaluated.Drift(500, OptionalDouble.of(0.3), OptionalDouble.empty()),
        List.of(ProbeEvaluated.Alarm.SCORE_DRIFT, ProbeEvaluated.Alarm.LOW_AUROC),
        NOW);
  }

  public static LetterRedelivered letterRedelivered() {
    return new LetterRedelivered(
        "lab.activations",
        new LogAddress(3, 12345678901L),
        NOW,
        new LogAddress(1, 4),
        new LogAddress(2, 99),
        2,
        NOW.plusSeconds(60));
  }

  public static OperatorActed operatorActed() {
    return new OperatorActed(
        NOW,
        "ada",
        OperatorActed.Action.INCIDENT_MUTED,
        "removable-streak-0123456789ab",
        "{\"minutes\":30}");
  }

  public static Incident incident() {
    return new Incident(
        "removable-streak-0123456789ab",
        "removable-streak",
        Incident.Severity.WARNING,
        new Incident.Subject(Incident.SubjectKind.CHAIN, STEP.chainId()),
        Incident.State.OPEN,
        new Incident.Reading(
            6,
            5,
            NOW.plusSeconds(2),
            Optional.of(new Incident.ScoredStep(STEP, 0.04, Verdict.REMOVABLE))),
        2,
        NOW,
        Optional.empty(),
        Incident.Handling.NONE,
        0);
  }

  public static IncidentChanged incidentChanged() {
    Incident handled =
        incident()
            .handled(
                Incident.State.ACKNOWLEDGED,
                new Incident.Handling(
                    Optional.of("ada"), Optional.of("seen"), Optional.of(NOW.plusSeconds(600))))
            .suppressed()
            .recovered(NOW.plusSeconds(60));
    return new IncidentChanged(handled, 4, NOW.plusSeconds(60), IncidentChanged.Notice.RECOVERED);
  }

  public static IncidentChanged plainIncidentChanged() {
    Incident plain =
        new Incident(
            "dead-letters-0123456789ab",
            "dead-letters",
            Incident.Severity.CRITICAL,
            Incident.Subject.CLUSTER,
            Incident.State.OPEN,
            new Incident.Reading(3, 1, NOW, Optional.empty()),
            1,
            NOW,
            Optional.empty(),
            Incident.Handling.NONE,
            0);
    return new IncidentChanged(plain, 1, NOW, IncidentChanged.Notice.RAISED);
  }

  public static WebhookAttempted webhookAttempted() {
    return new WebhookAttempted(
        "dead-letters-0123456789ab",
        1,
        "hooks.example.com",
        IncidentChanged.Notice.RAISED,
        2,
        WebhookAttempted.Outcome.DELIVERED,
        OptionalInt.of(204),
        Optional.empty(),
        NOW,
        Duration.ofMillis(31));
  }

  public static WebhookAttempted webhookUnanswered() {
    return new WebhookAttempted(
        "dead-letters-0123456789ab",
        1,
        "hooks.example.com",
        IncidentChanged.Notice.RAISED,
        1,
        WebhookAttempted.Outcome.WILL_RETRY,
        OptionalInt.empty(),
        Optional.of("connection refused"),
        NOW,
        Duration.ofMillis(3));
  }

  public static NodeReported nodeReported() {
    return new NodeReported(
        new NodeReported.Node("box-1f3a", NodeReported.Role.INFERENCE, "tiny", "abc123", NOW),
        NodeReported.State.BUSY,
        new NodeReported.Chains(2, 4, 17),
        OptionalLong.of(1 << 20),
        OptionalLong.of(64L << 20),
        OptionalDouble.of(123.5),
        NOW.plusSeconds(60));
  }
}
