package dev.linchpin.dashboard.chain;

import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One probe's score of one step.
 *
 * @param probe key of the probe, model/name/version
 * @param name its name
 * @param version its version, from 1
 * @param status its part when it scored
 * @param score calibrated probability that the step is important, in [0, 1]
 * @param verdict the score against the probe's thresholds
 * @param scoredAt when it was computed
 * @param writtenAt when it could be read
 * @param activations where the step's activations lie in {@code activations}
 * @param activationDistance from the probe's training data, about 1 on it; empty where not known
 */
public record ScoreView(
    String probe,
    String name,
    int version,
    ProbeStatus status,
    double score,
    Verdict verdict,
    Instant scoredAt,
    Instant writtenAt,
    LogAddress activations,
    OptionalDouble activationDistance) {

  /** The score as it is shown. */
  public static ScoreView of(StepScored score, Instant writtenAt) {
    return new ScoreView(
        score.probe().key(),
        score.probe().name(),
        score.probe().version(),
        score.status(),
        score.score(),
        score.verdict(),
        score.scoredAt(),
        writtenAt,
        score.activations(),
        score.activationDistance());
  }

  boolean isChampions() {
    return status == ProbeStatus.CHAMPION;
  }
}
