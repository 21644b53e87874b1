package dev.linchpin.study;

import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.StepTruth;
import java.util.Optional;
import java.util.function.Function;

/** A question whose right answer is known. */
public final class Problem {
  private final String text;
  private final String answer;
  private final Function<String, Optional<Boolean>> truth;

  private Problem(String text, String answer, Function<String, Optional<Boolean>> truth) {
    this.text = text;
    this.answer = answer;
    this.truth = truth;
  }

  /** A puzzle, whose graph tells what a step is worth. */
  public static Problem of(Puzzle puzzle) {
    return new Problem(
        puzzle.question(),
        Integer.toString(puzzle.answer()),
        step -> StepTruth.needed(puzzle, step));
  }

  /** A question of which no more is known. */
  public static Problem of(String text, String answer) {
    return new Problem(text, answer, step -> Optional.empty());
  }

  /** The question as the model sees it. */
  public String text() {
    return text;
  }

  /** The right answer. */
  public String answer() {
    return answer;
  }

  /**
   * Whether the answer truly depends on what a step computes.
   *
   * @param stepText the step's text
   * @return empty where that is not known: of a step that computes nothing, or without a graph
   */
  public Optional<Boolean> needs(String stepText) {
    return truth.apply(stepText);
  }
}
