package dev.linchpin.ablation;

import static java.util.Comparator.comparingDouble;

import dev.linchpin.reasoning.AttainabilityMeasure;
import java.util.Optional;

/**
 * How attainable a shortened chain is: 1 is as attainable as the original, never more.
 *
 * @param measure which comparison
 * @param original the steps of the original chain
 * @param directPerplexity perplexity of the answer's tokens straight after the question
 */
record Attainability(AttainabilityMeasure measure, Likelihood original, double directPerplexity) {

  /** Attainability of some of the original's steps, as likely as they are without the others. */
  double of(Likelihood shortened) {
    return Math.min(
        1,
        switch (measure) {
          case MEAN_PERPLEXITY -> byPerplexity(shortened);
          case WORST_STEP -> byWorstStep(shortened);
        });
  }

  /** {@code 1 - (PPL(T|x) - PPL(o|x)) / (PPL(direct|x) - PPL(o|x))}, arXiv 2604.18307. */
  private double byPerplexity(Likelihood shortened) {
    double origin = original.perplexity();
    double rise = shortened.perplexity() - origin;
    return rise <= 0 ? 1 : 1 - rise / Math.max(directPerplexity - origin, Double.MIN_NORMAL);
  }

  /**
   * Exponential of the largest fall of a step's mean log-probability, the answer counting as a
   * step: by what factor the tokens of the worst step became less likely.
   */
  private double byWorstStep(Likelihood shortened) {
    double answer = shortened.answer().mean() - original.answer().mean();
    double step = worst(shortened).map(i -> change(shortened, i)).orElse(0.0);
    return Math.exp(Math.min(answer, step));
  }

  /** The step whose tokens suffer most from what was left out, if there is a step. */
  Optional<Integer> worst(Likelihood shortened) {
    return shortened.steps().keySet().stream()
        .min(comparingDouble((Integer i) -> change(shortened, i)).thenComparing(i -> i));
  }

  private double change(Likelihood shortened, int step) {
    return shortened.steps().get(step).mean() - original.steps().get(step).mean();
  }
}
