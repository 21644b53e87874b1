package dev.linchpin.inference;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.probe.BatchReader;
import dev.linchpin.probe.PackedRelease;
import dev.linchpin.probe.StepReading;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.StepProjected;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The champion's first layer at the node: a step leaves as its few values. The tensor itself leaves
 * for the chains that are sampled, which is what a probe can be trained on; and where there is no
 * champion that reads it, or its values would not be finite, so that scoring says what is wrong.
 *
 * <p>The values are made from the activations as a full record would carry them, rounded to its
 * number format: the score is the one that the record would have got.
 *
 * @param champion the probe that flags, at this moment; asked for every step
 * @param sampled chains whose tensors are sent
 * @param full in what form they are sent then
 */
public record EdgeProfile(
    Supplier<Optional<PackedRelease>> champion, SampledChains sampled, RecordProfile full)
    implements RecordProfile {

  @Override
  public ActivationsEvent outgoing(ActivationsCaptured step) {
    if (sampled.contains(step.step().chainId())) {
      return full.outgoing(step);
    }
    return champion
        .get()
        .filter(probe -> reads(probe, step))
        .map(probe -> projected(probe, step))
        .filter(projected -> StepActivations.firstNonFinite(projected.values()).isEmpty())
        .<ActivationsEvent>map(projected -> projected)
        .orElseGet(() -> full.outgoing(step));
  }

  private static boolean reads(PackedRelease probe, ActivationsCaptured step) {
    return probe.id().model().equals(step.model())
        && probe.modelFingerprint().equals(step.modelFingerprint())
        && probe.input().reads(step.activations().shape());
  }

  private static StepProjected projected(PackedRelease probe, ActivationsCaptured step) {
    StepReading reading = probe.read(List.of(step.activations()), new BatchReader()).get(0);
    return new StepProjected(
        step.step(),
        step.modelFingerprint(),
        step.completedAt(),
        probe.id(),
        reading.distance(),
        reading.firstLayer());
  }
}
