package dev.linchpin.reasoner;

/**
 * How large a puzzle is.
 *
 * @param minTargets fewest variables asked for
 * @param maxTargets most variables asked for
 * @param maxIntermediates most variables that are made to be operands of targets
 * @param minIdle fewest variables that the question does not need
 * @param maxIdle most such variables
 */
public record Difficulty(
    int minTargets, int maxTargets, int maxIntermediates, int minIdle, int maxIdle) {
  /** What the model is asked to solve. */
  public static final Difficulty FULL = new Difficulty(2, 3, 1, 1, 3);

  /** Where training begins. */
  public static final Difficulty EASY = new Difficulty(1, 2, 0, 0, 1);
}
