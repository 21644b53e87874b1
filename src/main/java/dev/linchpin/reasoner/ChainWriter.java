package dev.linchpin.reasoner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Writes a chain that solves a puzzle: a plan, then computing steps in a random order that respects
 * the definitions, detours among them, and remarks. A remark follows a detour, never precedes it:
 * the step's own words do not tell whether it is needed, but the model has to know by its end.
 */
final class ChainWriter {
  private static final double DETOUR = 0.5;
  private static final double TRAILING_DETOUR = 0.3;
  private static final double RECALL = 0.1;

  /** What a step of a chain does. */
  enum StepKind {
    PLAN,
    RECALL,
    NEEDED,
    DETOUR,
    REMARK
  }

  /** A step's token span, half open, in the whole sequence. */
  record Span(int from, int to, StepKind kind) {}

  /**
   * A question with its chain and answer.
   *
   * @param tokens the whole sequence, from the begin to the end marker
   * @param questionEnd position of the first token after the question
   * @param steps the chain's steps
   */
  record Written(int[] tokens, int questionEnd, List<Span> steps) {}

  private final RandomGenerator random;

  ChainWriter(RandomGenerator random) {
    this.random = random;
  }

  /** The tokens of a puzzle's question, begin marker first. */
  static int[] question(Puzzle puzzle) {
    Sheet sheet = new Sheet(puzzle);
    sheet.question();
    return sheet.tokens();
  }

  /** Question, chain and answer. */
  Written write(Puzzle puzzle) {
    Sheet sheet = new Sheet(puzzle);
    sheet.question();
    int questionEnd = sheet.position();
    sheet.plan();
    walk(puzzle, sheet);
    sheet.answer();
    return new Written(sheet.tokens(), questionEnd, sheet.steps);
  }

  private void walk(Puzzle puzzle, Sheet sheet) {
    Set<Integer> needed = puzzle.needed();
    Set<Integer> known = new HashSet<>();
    puzzle.variables().values().stream()
        .filter(Variable.Given.class::isInstance)
        .forEach(v -> known.add(v.name()));
    while (true) {
      List<Variable.Computed> open = open(puzzle, known);
      List<Variable.Computed> useful =
          open.stream().filter(v -> needed.contains(v.name())).toList();
      List<Variable.Computed> idle = open.stream().filter(v -> !needed.contains(v.name())).toList();
      if (useful.isEmpty() && (idle.isEmpty() || random.nextDouble() >= TRAILING_DETOUR)) {
        return;
      }
      boolean detour = useful.isEmpty() || (!idle.isEmpty() && random.nextDouble() < DETOUR);
      List<Variable.Computed> choice = detour ? idle : useful;
      Variable.Computed next = choice.get(random.nextInt(choice.size()));
      step(puzzle, sheet, next, detour);
      known.add(next.name());
    }
  }

  private void step(Puzzle puzzle, Sheet sheet, Variable.Computed next, boolean detour) {
    Variable left = puzzle.variables().get(next.left());
    if (left instanceof Variable.Given && random.nextDouble() < RECALL) {
      sheet.recall(left);
    }
    sheet.compute(next, detour ? StepKind.DETOUR : StepKind.NEEDED);
    if (detour) {
      sheet.remark();
    }
  }

  private static List<Variable.Computed> open(Puzzle puzzle, Set<Integer> known) {
    return puzzle.definitions().stream()
        .map(puzzle.variables()::get)
        .filter(Variable.Computed.class::isInstance)
        .map(Variable.Computed.class::cast)
        .filter(v -> !known.contains(v.name()) && known.containsAll(v.operands()))
        .toList();
  }

  /** Tokens written so far. */
  private static final class Sheet {
    private final Puzzle puzzle;
    private final List<Integer> written = new ArrayList<>();
    private final List<Span> steps = new ArrayList<>();

    Sheet(Puzzle puzzle) {
      this.puzzle = puzzle;
    }

    int position() {
      return written.size();
    }

    int[] tokens() {
      return written.stream().mapToInt(Integer::intValue).toArray();
    }

    void question() {
      put(Vocabulary.BOS, Vocabulary.FIND, Vocabulary.use(puzzle.targets().get(0)));
      for (int i = 1; i < puzzle.targets().size(); i++) {
        put(Vocabulary.operator(puzzle.signs().get(i - 1)));
        put(Vocabulary.use(puzzle.targets().get(i)));
      }
      put(Vocabulary.QUESTION);
      puzzle.definitions().forEach(name -> definition(puzzle.variables().get(name)));
    }

    private void definition(Variable variable) {
      if (variable instanceof Variable.Computed computed) {
        expression(computed);
        put(Vocabulary.STOP);
      } else {
        put(Vocabulary.LET);
        bound(variable);
        put(Vocabulary.STOP);
      }
    }

    private void expression(Variable.Computed computed) {
      put(
          Vocabulary.define(computed.name()),
          Vocabulary.use(computed.left()),
          Vocabulary.operator(computed.operator()),
          right(computed.right()));
    }

    private static int right(Variable.Right right) {
      return right instanceof Variable.Right.Of of
          ? Vocabulary.use(of.name())
          : Vocabulary.number(((Variable.Right.Constant) right).number());
    }

    void plan() {
      int from = position();
      put(Vocabulary.NEED);
      puzzle.needed().forEach(name -> put(Vocabulary.use(name)));
      end(from, StepKind.PLAN);
    }

    void recall(Variable given) {
      int from = position();
      put(Vocabulary.RECALL);
      bound(given);
      end(from, StepKind.RECALL);
    }

    void compute(Variable.Computed computed, StepKind kind) {
      int from = position();
      expression(computed);
      put(
          Vocabulary.IS,
          Vocabulary.number(puzzle.variables().get(computed.left()).value()),
          Vocabulary.operator(computed.operator()),
          Vocabulary.number(computed.rightValue()),
          Vocabulary.SO);
      bound(computed);
      end(from, kind);
    }

    void remark() {
      int from = position();
      put(Vocabulary.NOT, Vocabulary.NEEDED);
      end(from, StepKind.REMARK);
    }

    void answer() {
      put(Vocabulary.ANSWER);
      int total = target(0).value();
      bound(target(0));
      for (int i = 1; i < puzzle.targets().size(); i++) {
        Operator sign = puzzle.signs().get(i - 1);
        total = sign.apply(total, target(i).value());
        put(Vocabulary.operator(sign));
        bound(target(i));
        put(Vocabulary.TOTAL, Vocabulary.value(total));
      }
      if (puzzle.targets().size() == 1) {
        put(Vocabulary.TOTAL, Vocabulary.value(total));
      }
      put(Vocabulary.STOP, Vocabulary.EOS);
    }

    private Variable target(int index) {
      return puzzle.variables().get(puzzle.targets().get(index));
    }

    private void bound(Variable variable) {
      put(Vocabulary.bind(variable.name()), Vocabulary.value(variable.value()));
    }

    private void end(int from, StepKind kind) {
      put(Vocabulary.STOP);
      steps.add(new Span(from, position(), kind));
    }

    private void put(int... tokens) {
      IntStream.of(tokens).forEach(written::add);
    }
  }
}
