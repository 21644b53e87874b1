package dev.linchpin.reasoner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws puzzles; the same random generator gives the same puzzles. */
public final class PuzzleGenerator {
  private static final int MAX_DEPTH = 2;
  private static final double TWO_OPERANDS = 0.45;
  private static final double USE_INTERMEDIATE = 0.7;

  /** What a computed variable is drawn for. */
  private enum Role {
    TARGET,
    INTERMEDIATE,
    IDLE
  }

  private final RandomGenerator random;
  private final Difficulty difficulty;

  /** Draws puzzles of one difficulty. */
  public PuzzleGenerator(RandomGenerator random, Difficulty difficulty) {
    this.random = random;
    this.difficulty = difficulty;
  }

  /** The next puzzle. */
  public Puzzle next() {
    while (true) {
      Puzzle puzzle = new Draft().puzzle();
      if (idle(puzzle) >= difficulty.minIdle()) {
        return puzzle;
      }
    }
  }

  private static long idle(Puzzle puzzle) {
    long computed =
        puzzle.variables().values().stream().filter(Variable.Computed.class::isInstance).count();
    return computed - puzzle.needed().size();
  }

  /** A puzzle being drawn: variables in an order in which each depends on earlier ones only. */
  private final class Draft {
    private final List<Integer> names = shuffled(range(Vocabulary.NAMES));
    private final List<Variable> drawn = new ArrayList<>();
    private final Map<Integer, Integer> depth = new HashMap<>();
    private final List<Integer> pending = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();

    Puzzle puzzle() {
      int givens = between(2, 3);
      for (int i = 0; i < givens; i++) {
        add(new Variable.Given(nextName(), random.nextInt(Vocabulary.MODULUS)), 0);
      }
      roles().forEach(this::compute);
      Collections.shuffle(targets, asRandom());
      List<Operator> signs = new ArrayList<>();
      for (int i = 1; i < targets.size(); i++) {
        signs.add(operator());
      }
      Map<Integer, Variable> byName = new HashMap<>();
      drawn.forEach(variable -> byName.put(variable.name(), variable));
      List<Integer> order = drawn.stream().map(Variable::name).toList();
      return new Puzzle(Map.copyOf(byName), order, List.copyOf(targets), List.copyOf(signs));
    }

    private List<Role> roles() {
      List<Role> roles = new ArrayList<>();
      int targetCount = between(difficulty.minTargets(), difficulty.maxTargets());
      roles.addAll(Collections.nCopies(targetCount, Role.TARGET));
      int intermediates = between(0, difficulty.maxIntermediates());
      roles.addAll(Collections.nCopies(intermediates, Role.INTERMEDIATE));
      int idleCount = between(difficulty.minIdle(), difficulty.maxIdle());
      roles.addAll(Collections.nCopies(idleCount, Role.IDLE));
      Collections.shuffle(roles, asRandom());
      return roles;
    }

    private void compute(Role role) {
      List<Variable> candidates =
          drawn.stream().filter(v -> depth.get(v.name()) < MAX_DEPTH).toList();
      Variable left = left(role, candidates);
      List<Variable> others = candidates.stream().filter(v -> v.name() != left.name()).toList();
      boolean two = !others.isEmpty() && random.nextDouble() < TWO_OPERANDS;
      Variable.Computed variable = two ? pair(left, pick(others)) : shifted(left);
      int deepest = variable.operands().stream().mapToInt(depth::get).max().orElseThrow();
      add(variable, deepest + 1);
      if (role != Role.IDLE) {
        pending.removeAll(variable.operands());
      }
      if (role == Role.TARGET) {
        targets.add(variable.name());
      } else if (role == Role.INTERMEDIATE) {
        pending.add(variable.name());
      }
    }

    private Variable left(Role role, List<Variable> candidates) {
      List<Variable> waiting = candidates.stream().filter(v -> pending.contains(v.name())).toList();
      boolean take =
          role != Role.IDLE && !waiting.isEmpty() && random.nextDouble() < USE_INTERMEDIATE;
      return pick(take ? waiting : candidates);
    }

    private Variable.Computed pair(Variable first, Variable second) {
      boolean swap = random.nextBoolean();
      Variable left = swap ? second : first;
      Variable right = swap ? first : second;
      Operator operator = operator();
      return new Variable.Computed(
          nextName(),
          operator.apply(left.value(), right.value()),
          left.name(),
          operator,
          new Variable.Right.Of(right.name()),
          right.value());
    }

    private Variable.Computed shifted(Variable left) {
      int constant = between(1, Vocabulary.MODULUS - 1);
      Operator operator = operator();
      return new Variable.Computed(
          nextName(),
          operator.apply(left.value(), constant),
          left.name(),
          operator,
          new Variable.Right.Constant(constant),
          constant);
    }

    private void add(Variable variable, int level) {
      drawn.add(variable);
      depth.put(variable.name(), level);
    }

    private int nextName() {
      return names.get(drawn.size());
    }
  }

  private Operator operator() {
    return random.nextBoolean() ? Operator.PLUS : Operator.MINUS;
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<Integer> shuffled(List<Integer> values) {
    List<Integer> copy = new ArrayList<>(values);
    Collections.shuffle(copy, asRandom());
    return List.copyOf(copy);
  }

  private java.util.Random asRandom() {
    return new java.util.Random(random.nextLong());
  }

  private static List<Integer> range(int end) {
    return java.util.stream.IntStream.range(0, end).boxed().toList();
  }
}
