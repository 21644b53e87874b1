package dev.linchpin.ablation;

import java.util.Map;

/**
 * How likely some steps and the answer were, each after the question and what comes before it.
 *
 * @param steps by position in the chain
 * @param answer the right answer, elicited after them
 */
record Likelihood(Map<Integer, Part> steps, Part answer) {
  Likelihood {
    steps = Map.copyOf(steps);
  }

  /**
   * A step or the answer.
   *
   * @param sum natural log-probability of its tokens, at most 0
   * @param tokens their number, at least 1
   */
  record Part(double sum, int tokens) {
    double mean() {
      return sum / tokens;
    }
  }

  /** Perplexity of all tokens of all steps; 1 without any. */
  double perplexity() {
    double sum = steps.values().stream().mapToDouble(Part::sum).sum();
    int tokens = steps.values().stream().mapToInt(Part::tokens).sum();
    return tokens == 0 ? 1 : Math.exp(-sum / tokens);
  }
}
