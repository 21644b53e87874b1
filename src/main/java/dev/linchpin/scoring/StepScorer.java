package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_SCORE;
import static dev.linchpin.scoring.RejectionReason.PROBE_FOR_OTHER_SHAPE;
import static dev.linchpin.scoring.RejectionReason.PROBE_FOR_OTHER_WEIGHTS;

import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.scoring.Outcome.Scored;
import dev.linchpin.scoring.Outcome.Unscored;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepScored;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * From one step's activations to its {@link Outcome}: a function of record, address, live probes
 * and clock. A probe scores what it reads: activations of its own model, weights and shape. If the
 * model has probes and none reads the record, the record is rejected: a score by a probe of other
 * weights would look sure of itself and mean nothing. A challenger whose score is not a number is
 * left out: what is in the shadow must not cost a flag.
 *
 * <p>Holds one buffer for the tensor and so belongs to one thread.
 */
public final class StepScorer {
  private final Clock clock;
  private final TensorReader tensor = new TensorReader();

  /**
   * A scorer with an empty buffer.
   *
   * @param clock says when a score was computed
   */
  public StepScorer(Clock clock) {
    this.clock = clock;
  }

  /**
   * The outcome for one record.
   *
   * @param captured the record
   * @param address where it lies
   * @param probes the probes in force
   */
  public Outcome outcome(ActivationsCaptured captured, LogAddress address, LiveProbes probes) {
    Optional<Rejected> fault = tensor.read(captured.activations());
    return fault.isPresent() ? fault.get() : judge(captured, address, probes.of(captured.model()));
  }

  private Outcome judge(ActivationsCaptured captured, LogAddress address, List<ProbeRelease> all) {
    List<ProbeRelease> reading = all.stream().filter(probe -> reads(probe, captured)).toList();
    if (!reading.isEmpty()) {
      return score(captured, address, reading);
    }
    return all.isEmpty() ? new Unscored(captured.model()) : misfit(captured, all);
  }

  private Outcome score(
      ActivationsCaptured captured, LogAddress address, List<ProbeRelease> probes) {
    ProbeRelease first = probes.get(0);
    StepScored leading = score(captured, address, first, first.status());
    if (Double.isNaN(leading.score())) {
      return new Rejected(
          NON_FINITE_SCORE, "expected a score in [0, 1], got NaN from " + first.id());
    }
    Stream<StepScored> shadows =
        probes.stream()
            .skip(1)
            .map(probe -> score(captured, address, probe, ProbeStatus.CHALLENGER))
            .filter(scored -> !Double.isNaN(scored.score()));
    List<StepScored> scores = Stream.concat(Stream.of(leading), shadows).toList();
    return new Scored(scores, StepFlagged.of(leading, first.thresholds()));
  }

  private StepScored score(
      ActivationsCaptured captured, LogAddress address, ProbeRelease probe, ProbeStatus status) {
    float[] inputs = probe.input().of(tensor.values());
    double score = probe.scoreInputs(inputs);
    return new StepScored(
        captured.step(),
        probe.id(),
        status,
        score,
        probe.thresholds().verdict(score),
        captured.completedAt(),
        clock.instant(),
        address,
        distance(probe, inputs));
  }

  private static OptionalDouble distance(ProbeRelease probe, float[] inputs) {
    return probe.reference().stream().mapToDouble(r -> r.distance(inputs)).findFirst();
  }

  private static boolean reads(ProbeRelease probe, ActivationsCaptured captured) {
    return sameWeights(probe, captured) && probe.input().reads(captured.activations().shape());
  }

  private static boolean sameWeights(ProbeRelease probe, ActivationsCaptured captured) {
    return probe.modelFingerprint().equals(captured.modelFingerprint());
  }

  private static Rejected misfit(ActivationsCaptured captured, List<ProbeRelease> probes) {
    Optional<ProbeRelease> ofTheseWeights =
        probes.stream().filter(probe -> sameWeights(probe, captured)).findFirst();
    if (ofTheseWeights.isPresent()) {
      ProbeRelease probe = ofTheseWeights.get();
      return new Rejected(
          PROBE_FOR_OTHER_SHAPE,
          "expected "
              + probe.shape()
              + " for "
              + probe.id()
              + ", got "
              + captured.activations().shape());
    }
    ProbeRelease probe = probes.get(0);
    return new Rejected(
        PROBE_FOR_OTHER_WEIGHTS,
        "expected weights "
            + probe.modelFingerprint()
            + " for "
            + probe.id()
            + ", got "
            + captured.modelFingerprint());
  }
}
