package dev.linchpin.reasoning;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What an answer says. */
sealed interface AnswerValue {

  /** Whether another says the same. An assignment agrees with the bare value. */
  default boolean agreesWith(AnswerValue other) {
    if (this instanceof Assigned mine && other instanceof Assigned theirs) {
      return mine.name().equals(theirs.name()) && mine.value().agreesWith(theirs.value());
    }
    return bare().isSame(other.bare());
  }

  /** The value, whatever it is assigned to. */
  default AnswerValue bare() {
    return this;
  }

  /** Whether another, no assignment either, is the same. */
  boolean isSame(AnswerValue other);

  /**
   * A number.
   *
   * @param value exact
   * @param decimals number of decimals it was written with, 0 for fractions and integers
   * @param unit of what, {@link Units#NONE} if that is left open
   */
  record Quantity(Rational value, int decimals, String unit) implements AnswerValue {
    /** One over the paper's relative tolerance of 0.0005. */
    private static final int TOLERANCE = 2_000;

    @Override
    public boolean isSame(AnswerValue other) {
      return other instanceof Quantity that
          && Units.agree(unit, that.unit)
          && (value.equals(that.value) || rounds(that) || that.rounds(this));
    }

    /** Whether this is a decimal, cut or rounded, of a fraction that no decimal can give. */
    private boolean rounds(Quantity exact) {
      return decimals > 0
          && !exact.value.isDecimal()
          && value.isWithin(TOLERANCE, exact.value)
          && (value.equals(exact.value.rounded(decimals, RoundingMode.HALF_UP))
              || value.equals(exact.value.rounded(decimals, RoundingMode.DOWN)));
    }
  }

  /**
   * Several values in brackets: a tuple, an interval or a set.
   *
   * @param brackets the opening and the closing one
   */
  record Listing(String brackets, List<AnswerValue> items) implements AnswerValue {
    static final String SET = "{}";

    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public boolean isSame(AnswerValue other) {
      return other instanceof Listing that
          && brackets.equals(that.brackets)
          && items.size() == that.items.size()
          && (brackets.equals(SET) ? hasAllOf(that.items) : hasInOrder(that.items));
    }

    private boolean hasInOrder(List<AnswerValue> others) {
      return IntStream.range(0, items.size()).allMatch(i -> items.get(i).agreesWith(others.get(i)));
    }

    private boolean hasAllOf(List<AnswerValue> others) {
      List<AnswerValue> left = new ArrayList<>(items);
      return others.stream().allMatch(other -> takeFrom(left, other));
    }

    private static boolean takeFrom(List<AnswerValue> left, AnswerValue wanted) {
      for (int i = 0; i < left.size(); i++) {
        if (left.get(i).agreesWith(wanted)) {
          left.remove(i);
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A value with its name: {@code x=5}.
   *
   * @param name in lower case
   */
  record Assigned(String name, AnswerValue value) implements AnswerValue {
    @Override
    public AnswerValue bare() {
      return value.bare();
    }

    @Override
    public boolean isSame(AnswerValue other) {
      return bare().isSame(other);
    }
  }

  /**
   * Anything else, compared by its letters.
   *
   * @param text in the spelling of {@link FormulaText}
   */
  record Formula(String text) implements AnswerValue {
    @Override
    public boolean isSame(AnswerValue other) {
      return equals(other);
    }
  }
}
