package dev.linchpin.labelling;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.probe.Calibration;
import dev.linchpin.probe.LinearProbe;
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
import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepScored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Scores by two probes, and ablations a minute after the step. */
final class LabelSamples {
  static final Instant COMPLETED = Instant.parse("2026-01-02T03:04:05.000006Z");
  static final Instant ABLATED = COMPLETED.plusSeconds(60);
  static final ProbeId MAIN = new ProbeId("tiny", "main", 1);
  static final ProbeId SHADOW = new ProbeId("tiny", "shadow", 2);

  private static final Thresholds THRESHOLDS = new Thresholds(0.25, 0.75);

  private LabelSamples() {}

  static StepScored scored(String chainId, int step, double score) {
    return scored(chainId, step, MAIN, score);
  }

  static StepScored scored(String chainId, int step, ProbeId probe, double score) {
    return scored(chainId, step, probe, score, OptionalDouble.of(1.5));
  }

  static StepScored scored(
      String chainId, int step, ProbeId probe, double score, OptionalDouble distance) {
    return new StepScored(
        new StepRef(chainId, step),
        probe,
        probe.equals(MAIN) ? ProbeStatus.CHAMPION : ProbeStatus.CHALLENGER,
        score,
        verdict(score),
        COMPLETED,
        COMPLETED.plusMillis(3),
        new LogAddress(2, 100L + step),
        distance);
  }

  static ChainAblated ablated(String chainId, StepLabel... labels) {
    return ablated(
        chainId, AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP, List.of(labels));
  }

  static ChainAblated ablated(
      String chainId, AblationMethod method, AttainabilityMeasure measure, List<StepLabel> labels) {
    List<ChainAblated.Step> steps =
        IntStream.range(0, labels.size()).mapToObj(i -> step(i, labels.get(i))).toList();
    return ablated(chainId, method, measure, Outcome.LABELLED, steps);
  }

  static ChainAblated withoutLabels(String chainId, Outcome outcome) {
    return ablated(
        chainId, AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP, outcome, List.of());
  }

  static Verdict verdict(double score) {
    return THRESHOLDS.verdict(score);
  }

  /** A probe whose test steps had scores in the lowest bin only, at a distance of 1 ± 0.5. */
  static ProbeRelease release(ProbeId id, Optional<TrainingReference> reference) {
    CaptureShape shape = new CaptureShape(1, 2, Pooling.MEAN);
    return new ProbeRelease(
        id,
        "f00d",
        ProbeInput.layerwise(shape),
        new LinearProbe(new float[] {1, 1}, 0),
        Calibration.IDENTITY,
        THRESHOLDS,
        Map.of(),
        reference,
        new ProbeLifecycle(ProbeStatus.CHAMPION, COMPLETED, Optional.empty(), Optional.empty()));
  }

  static TrainingReference reference() {
    return new TrainingReference(
        new float[] {0, 0},
        new float[] {1, 1},
        new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        1,
        0.5);
  }

  private static ChainAblated ablated(
      String chainId,
      AblationMethod method,
      AttainabilityMeasure measure,
      Outcome outcome,
      List<ChainAblated.Step> steps) {
    return new ChainAblated(
        chainId,
        "tiny",
        "f00d",
        new ChainAblated.Settings(method, measure, 5, 0.6, 0.95, 1, 0.8, 0.8),
        outcome,
        OptionalDouble.empty(),
        steps.size(),
        1,
        10,
        Duration.ofMillis(5),
        COMPLETED.plusSeconds(1),
        ABLATED,
        steps);
  }

  private static ChainAblated.Step step(int index, StepLabel label) {
    return new ChainAblated.Step(
        index,
        label,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of());
  }
}
