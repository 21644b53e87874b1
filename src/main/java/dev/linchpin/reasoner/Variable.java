package dev.linchpin.reasoner;

import java.util.List;

/** A variable of a puzzle: given, or computed from others. Names are 0 to 15, values 0 to 9. */
sealed interface Variable {
  int name();

  int value();

  /** Names of the variables that this one is computed from. */
  List<Integer> operands();

  /** A variable whose value the question states. */
  record Given(int name, int value) implements Variable {
    @Override
    public List<Integer> operands() {
      return List.of();
    }
  }

  /** {@code left operator right}; a right side is a variable's name or a constant. */
  record Computed(int name, int value, int left, Operator operator, Right right, int rightValue)
      implements Variable {
    @Override
    public List<Integer> operands() {
      return right instanceof Right.Of of ? List.of(left, of.name()) : List.of(left);
    }
  }

  /** The right side of an expression. */
  sealed interface Right {
    /** A variable, by name. */
    record Of(int name) implements Right {}

    /** A number from 1 to 9. */
    record Constant(int number) implements Right {}
  }
}
