package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.StepCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A step. Its score may be known before the step itself, since they come from different topics.
 *
 * @param index position in the chain, from 0
 * @param text the step's text; empty when it is withheld or not known yet
 * @param firstToken position of its first token in the sequence, prompt included
 * @param endToken position after its last token
 * @param startedAt when its first token existed
 * @param completedAt when its last token existed; empty while the step itself is not known
 * @param meanLogProbability of its tokens, at most 0, in nats
 * @param leadTimeMs milliseconds by which the champion's verdict came before the next step was
 *     complete; negative: too late; empty while that is not known
 * @param scores by the order of their arrival
 */
public record StepView(
    int index,
    Optional<String> text,
    OptionalInt firstToken,
    OptionalInt endToken,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    OptionalDouble meanLogProbability,
    OptionalDouble leadTimeMs,
    List<ScoreView> scores) {
  public StepView {
    scores = List.copyOf(scores);
  }

  /** A step of which nothing is known. */
  public static StepView unknown(int index) {
    return new StepView(
        index,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of());
  }

  /** With what the node said of it. */
  public StepView completed(StepCompleted step, Exposure exposure) {
    return new StepView(
        index,
        exposure.of(step.text()),
        OptionalInt.of(step.firstToken()),
        OptionalInt.of(step.endToken()),
        Optional.of(step.startedAt()),
        Optional.of(step.completedAt()),
        OptionalDouble.of(step.meanLogProbability()),
        leadTimeMs,
        scores);
  }

  /** With one more score; the same where it has that probe's. */
  public StepView scored(ScoreView score) {
    return scores.stream().anyMatch(known -> known.probe().equals(score.probe()))
        ? this
        : with(leadTimeMs, Stream.concat(scores.stream(), Stream.of(score)).toList());
  }

  /** The score of the probe that flagged. */
  public Optional<ScoreView> champion() {
    return scores.stream().filter(ScoreView::isChampions).findFirst();
  }

  /** With its lead time, given when the next step was complete or, after the last, the chain. */
  public StepView dueAt(Optional<Instant> deadline) {
    OptionalDouble lead =
        deadline
            .flatMap(due -> champion().map(score -> millis(score.writtenAt(), due)))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    return with(lead, scores);
  }

  private StepView with(OptionalDouble lead, List<ScoreView> given) {
    return new StepView(
        index, text, firstToken, endToken, startedAt, completedAt, meanLogProbability, lead, given);
  }

  private static double millis(Instant from, Instant until) {
    return Duration.between(from, until).toNanos() / 1e6;
  }
}
