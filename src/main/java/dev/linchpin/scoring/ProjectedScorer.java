package dev.linchpin.scoring;

import static dev.linchpin.scoring.RejectionReason.NON_FINITE_ACTIVATIONS;
import static dev.linchpin.scoring.RejectionReason.NON_FINITE_SCORE;
import static dev.linchpin.scoring.RejectionReason.PROBE_FOR_OTHER_WEIGHTS;
import static dev.linchpin.scoring.RejectionReason.TENSOR_LENGTH;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.scoring.Outcome.Rejected;
import dev.linchpin.scoring.Outcome.Scored;
import dev.linchpin.scoring.Outcome.Unscored;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepFlagged;
import dev.linchpin.wire.StepProjected;
import dev.linchpin.wire.StepScored;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From what a probe's first layer made of a step to its {@link Outcome}. The probe that is named
 * scores it, if it is live, and no other: nothing else can be made of the values. A champion flags,
 * also while its successor is known already: until nodes follow, it is the only one to judge.
 *
 * @param clock says when a score was computed
 */
record ProjectedScorer(Clock clock) {

  /**
   * The outcome for one record.
   *
   * @param step the record
   * @param address where it lies
   * @param probes the probes in force
   */
  Outcome outcome(StepProjected step, LogAddress address, LiveProbes probes) {
    List<PackedRelease> ofModel = probes.of(step.model());
    Optional<PackedRelease> named =
        ofModel.stream().filter(probe -> probe.id().equals(step.probe())).findFirst();
    if (named.isEmpty()) {
      return ofModel.isEmpty()
          ? new Unscored(step.model())
          : new Unscored(step.model(), Unscored.Reason.PROJECTED_FOR_OTHER_PROBE);
    }
    return fault(step, named.get())
        .<Outcome>map(rejected -> rejected)
        .orElseGet(() -> score(step, address, named.get()));
  }

  private Outcome score(StepProjected step, LogAddress address, PackedRelease probe) {
    double score = probe.score(step.values());
    if (Double.isNaN(score)) {
      return new Rejected(
          NON_FINITE_SCORE, "expected a score in [0, 1], got NaN from " + probe.id());
    }
    StepScored scored =
        new StepScored(
            step.step(),
            probe.id(),
            probe.status(),
            score,
            probe.thresholds().verdict(score),
            step.completedAt(),
            clock.instant(),
            address,
            step.activationDistance());
    return new Scored(List.of(scored), StepFlagged.of(scored, probe.thresholds()));
  }

  private static Optional<Rejected> fault(StepProjected step, PackedRelease probe) {
    if (!probe.modelFingerprint().equals(step.modelFingerprint())) {
      return Optional.of(
          new Rejected(
              PROBE_FOR_OTHER_WEIGHTS,
              "expected weights %s for %s, got %s"
                  .formatted(probe.modelFingerprint(), probe.id(), step.modelFingerprint())));
    }
    int units = probe.classifier().units();
    if (step.values().length != units) {
      return Optional.of(
          new Rejected(
              TENSOR_LENGTH,
              "expected %d values of the first layer of %s, got %d"
                  .formatted(units, probe.id(), step.values().length)));
    }
    return nonFinite(step.values());
  }

  private static Optional<Rejected> nonFinite(float[] values) {
    OptionalInt index = StepActivations.firstNonFinite(values);
    return index.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                NON_FINITE_ACTIVATIONS,
                "expected finite values, got %s at unit %d"
                    .formatted(values[index.getAsInt()], index.getAsInt())));
  }
}
