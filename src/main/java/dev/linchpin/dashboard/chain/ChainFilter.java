package dev.linchpin.dashboard.chain;

import dev.linchpin.reasoning.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which chains are meant.
 *
 * @param state where they stand; empty for any
 * @param model name of their model; empty for any
 * @param verdict the champion's on at least one of their steps; empty for any
 * @param text part of the question or of a step, whatever its case; empty for any
 * @param minScore least score of the same step, in [0, 1]
 * @param maxScore most score of the same step, in [0, 1]
 */
public record ChainFilter(
    Optional<ChainState> state,
    Optional<String> model,
    Optional<Verdict> verdict,
    Optional<String> text,
    OptionalDouble minScore,
    OptionalDouble maxScore) {
  /** Every chain. */
  public static final ChainFilter ALL =
      new ChainFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /** What can be told without the steps; false means that the chain is not meant. */
  boolean mayMatch(ChainHead head) {
    return state.map(wanted -> wanted == head.state()).orElse(true)
        && model.map(name -> head.model().filter(name::equals).isPresent()).orElse(true)
        && verdict.map(wanted -> head.verdicts().of(wanted) > 0).orElse(true);
  }

  /** Whether {@link #mayMatch} leaves something open. */
  boolean needsSteps() {
    return text.isPresent() || minScore.isPresent() || maxScore.isPresent();
  }

  /** Whether a chain that may match does. */
  boolean matches(ChainHead head, List<StepView> steps) {
    return text.map(part -> says(head, steps, part)).orElse(true)
        && (!hasScoreBound() || steps.stream().anyMatch(this::isScored));
  }

  private boolean hasScoreBound() {
    return minScore.isPresent() || maxScore.isPresent();
  }

  private boolean isScored(StepView step) {
    return step.champion()
        .filter(score -> verdict.map(wanted -> wanted == score.verdict()).orElse(true))
        .filter(score -> score.score() >= minScore.orElse(0))
        .filter(score -> score.score() <= maxScore.orElse(1))
        .isPresent();
  }

  private static boolean says(ChainHead head, List<StepView> steps, String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return contains(head.start().flatMap(StartView::prompt), wanted)
        || steps.stream().anyMatch(step -> contains(step.text(), wanted));
  }

  private static boolean contains(Optional<String> text, String wanted) {
    return text.filter(whole -> whole.toLowerCase(Locale.ROOT).contains(wanted)).isPresent();
  }
}
