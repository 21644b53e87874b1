package dev.linchpin.reasoner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An arithmetic puzzle: find a sum of variables, each defined from others. The question asks first
 * and defines then, so that what is needed can be known when a step is written.
 *
 * @param variables all variables by name
 * @param definitions names in the order in which the question defines them: operands first
 * @param targets names of the variables asked for, in order
 * @param signs operator before each target but the first
 */
public record Puzzle(
    Map<Integer, Variable> variables,
    List<Integer> definitions,
    List<Integer> targets,
    List<Operator> signs) {

  /** The right answer, 0 to 9. */
  public int answer() {
    int total = value(targets.get(0));
    for (int i = 1; i < targets.size(); i++) {
      total = signs.get(i - 1).apply(total, value(targets.get(i)));
    }
    return total;
  }

  /** The question's text, with the marker of the sequence's begin. */
  public String question() {
    int[] tokens = ChainWriter.question(this);
    return Vocabulary.text(tokens, 1, tokens.length);
  }

  /** Names of the computed variables that the answer depends on, targets first. */
  Set<Integer> needed() {
    Set<Integer> needed = new LinkedHashSet<>();
    Deque<Integer> open = new ArrayDeque<>(targets);
    while (!open.isEmpty()) {
      Variable next = variables.get(open.poll());
      if (next instanceof Variable.Computed && needed.add(next.name())) {
        open.addAll(next.operands());
      }
    }
    return needed;
  }

  private int value(int name) {
    return variables.get(name).value();
  }
}
