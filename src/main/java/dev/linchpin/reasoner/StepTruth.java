package dev.linchpin.reasoner;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dependency graph says of a step's text. */
public final class StepTruth {
  private static final Pattern COMPUTING = Pattern.compile("([a-p]): .* is .* so \\1=\\d\\.\\s*");

  private StepTruth() {}

  /**
   * Whether the answer depends on the variable that a step computes.
   *
   * @param puzzle the puzzle that the chain is about
   * @param stepText the step's text
   * @return empty for a step that computes none of the puzzle's variables: a plan, a restated fact,
   *     a remark
   */
  public static Optional<Boolean> needed(Puzzle puzzle, String stepText) {
    Matcher step = COMPUTING.matcher(stepText);
    if (!step.matches()) {
      return Optional.empty();
    }
    int name = step.group(1).charAt(0) - 'a';
    boolean computed = puzzle.variables().get(name) instanceof Variable.Computed;
    return computed ? Optional.of(puzzle.needed().contains(name)) : Optional.empty();
  }
}
