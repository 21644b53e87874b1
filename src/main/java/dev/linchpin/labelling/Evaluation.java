package dev.linchpin.labelling;

import dev.linchpin.wire.ProbeEvaluated;
import dev.linchpin.wire.ProbeEvaluated.Bands;
import dev.linchpin.wire.ProbeEvaluated.Drift;
import dev.linchpin.wire.ProbeEvaluated.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From what is known of a probe version to its quality. */
final class Evaluation {
  private final AlarmBounds bounds;

  Evaluation(AlarmBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * The quality, without bands: {@link LabelBands} has them, where they are wanted.
   *
   * @param tally counts since the version's first score
   * @param labels the latest labelled scores
   * @param scores the latest scores, labelled or not
   * @param reference what the version met in training, where that is known
   * @param now when this is computed
   */
  ProbeEvaluated of(
      Tally tally,
      List<LabelledScore> labels,
      List<GivenScore> scores,
      Optional<DriftReference> reference,
      Instant now) {
    Figures figures = LabelFigures.of(labels);
    Drift drift = drift(scores, reference);
    return new ProbeEvaluated(
        tally.probe(),
        tally.labelled(),
        labels.size(),
        (int) labels.stream().map(LabelledScore::chainId).distinct().count(),
        figures,
        Bands.NONE,
        tally.pending(),
        tally.lost(),
        LabelDelays.of(labels.stream().mapToLong(LabelledScore::delayMs).toArray()),
        drift,
        bounds.alarms(tally, figures, drift),
        now);
  }

  private static Drift drift(List<GivenScore> scores, Optional<DriftReference> reference) {
    return reference
        .map(r -> new Drift(scores.size(), r.scoreDrift(scores), r.activationDrift(scores)))
        .orElseGet(() -> new Drift(scores.size(), OptionalDouble.empty(), OptionalDouble.empty()));
  }
}
