package dev.linchpin.study;

import java.util.List;
import java.util.Optional;

/**
 * A chain with everything that was captured while it was generated.
 *
 * @param chainId identity
 * @param problem what it is about
 * @param steps its steps in order
 * @param answer what the model answered
 * @param correct whether that is right
 */
public record ObservedChain(
    String chainId, Problem problem, List<ObservedStep> steps, String answer, boolean correct) {
  public ObservedChain {
    steps = List.copyOf(steps);
  }

  /** What is truly known of a step's importance. */
  public Optional<Boolean> truth(ObservedStep step) {
    return problem.needs(step.text());
  }

  /** The texts of its steps, white space included. */
  public List<String> texts() {
    return steps.stream().map(ObservedStep::text).toList();
  }
}
