package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_SCORE;
import static dev.linchpin.scoring.RejectionReason.PROBE_FOR_OTHER_SHAPE;
import static dev.linchpin.scoring.RejectionReason.PROBE_FOR_OTHER_WEIGHTS;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.probe.StepReading;
import dev.linchpin.scoring.CapturedStep.Source;
import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.scoring.Outcome.Scored;
import dev.linchpin.scoring.Outcome.Unscored;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the activations of some steps to their {@link Outcome}s: a function of records, addresses,
 * live probes and clock. Each probe reads all its steps in one product. A probe scores what it
 * reads: activations of its own model, weights and shape. If the model has probes and none reads
 * the record, the record is rejected: a score by a probe of other weights would look sure of itself
 * and mean nothing. A challenger whose score is not a number is left out: what is in the shadow
 * must not cost a flag.
 *
 * <p>Holds buffers and so belongs to one thread.
 */
final class StepScorer {
  private final Clock clock;
  private final BatchReader reader = new BatchReader();

  /**
   * A scorer with empty buffers.
   *
   * @param clock says when a score was computed
   */
  StepScorer(Clock clock) {
    this.clock = clock;
  }

  /**
   * The outcomes, one for each step, by its address.
   *
   * @param probes the probes in force
   */
  Map<LogAddress, Outcome> outcomes(List<CapturedStep> steps, LiveProbes probes) {
    Map<LogAddress, Outcome> outcomes = new HashMap<>();
    Map<Source, List<CapturedStep>> sources = new LinkedHashMap<>();
    steps.forEach(step -> sources.computeIfAbsent(step.source(), s -> new ArrayList<>()).add(step));
    sources.forEach((source, ofSource) -> judge(source, ofSource, probes, outcomes));
    return outcomes;
  }

  private void judge(
      Source source,
      List<CapturedStep> steps,
      LiveProbes probes,
      Map<LogAddress, Outcome> outcomes) {
    List<PackedRelease> all = probes.of(source.model());
    List<PackedRelease> reading = all.stream().filter(probe -> reads(probe, source)).toList();
    if (reading.isEmpty()) {
      Outcome outcome = all.isEmpty() ? new Unscored(source.model()) : misfit(source, all);
      steps.forEach(step -> outcomes.put(step.address(), faultOr(outcome, step)));
      return;
    }
    List<StepActivations> tensors = steps.stream().map(CapturedStep::activations).toList();
    List<List<StepReading>> readings =
        reading.stream().map(probe -> probe.read(tensors, reader)).toList();
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      List<StepReading> ofStep = readings.stream().map(ofProbe -> ofProbe.get(index)).toList();
      outcomes.put(steps.get(i).address(), outcome(steps.get(i), reading, ofStep));
    }
  }

  private static Outcome faultOr(Outcome otherwise, CapturedStep step) {
    Optional<Rejected> fault = TensorFaults.nonFinite(step.activations());
    return fault.isPresent() ? fault.get() : otherwise;
  }

  private Outcome outcome(
      CapturedStep step, List<PackedRelease> probes, List<StepReading> readings) {
    Outcome scored = score(step, probes, readings);
    return readings.get(0).finite() ? scored : faultOr(scored, step);
  }

  private Outcome score(CapturedStep step, List<PackedRelease> probes, List<StepReading> readings) {
    PackedRelease first = probes.get(0);
    StepScored leading = score(step, first, first.status(), readings.get(0));
    if (Double.isNaN(leading.score())) {
      return new Rejected(
          NON_FINITE_SCORE, "expected a score in [0, 1], got NaN from " + first.id());
    }
    List<StepScored> scores = new ArrayList<>(List.of(leading));
    for (int i = 1; i < probes.size(); i++) {
      StepScored shadow = score(step, probes.get(i), ProbeStatus.CHALLENGER, readings.get(i));
      if (!Double.isNaN(shadow.score())) {
        scores.add(shadow);
      }
    }
    return new Scored(List.copyOf(scores), StepFlagged.of(leading, first.thresholds()));
  }

  private StepScored score(
      CapturedStep step, PackedRelease probe, ProbeStatus status, StepReading reading) {
    double score = probe.score(reading.firstLayer());
    return new StepScored(
        step.captured().step(),
        probe.id(),
        status,
        score,
        probe.thresholds().verdict(score),
        step.captured().completedAt(),
        clock.instant(),
        step.address(),
        reading.distance());
  }

  private static boolean reads(PackedRelease probe, Source source) {
    return sameWeights(probe, source) && probe.input().reads(source.shape());
  }

  private static boolean sameWeights(PackedRelease probe, Source source) {
    return probe.modelFingerprint().equals(source.fingerprint());
  }

  private static Rejected misfit(Source source, List<PackedRelease> probes) {
    Optional<PackedRelease> ofTheseWeights =
        probes.stream().filter(probe -> sameWeights(probe, source)).findFirst();
    if (ofTheseWeights.isPresent()) {
      PackedRelease probe = ofTheseWeights.get();
      return new Rejected(
          PROBE_FOR_OTHER_SHAPE,
          "expected " + probe.input().shape() + " for " + probe.id() + ", got " + source.shape());
    }
    PackedRelease probe = probes.get(0);
    return new Rejected(
        PROBE_FOR_OTHER_WEIGHTS,
        "expected weights "
            + probe.modelFingerprint()
            + " for "
            + probe.id()
            + ", got "
            + source.fingerprint());
  }
}
