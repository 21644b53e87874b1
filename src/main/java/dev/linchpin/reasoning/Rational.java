package dev.linchpin.reasoning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number, in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator 1 or more
 */
record Rational(BigInteger numerator, BigInteger denominator) {
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("expected a denominator other than 0");
    }
    BigInteger shared = numerator.gcd(denominator);
    BigInteger by = denominator.signum() < 0 ? shared.negate() : shared;
    numerator = numerator.divide(by);
    denominator = denominator.divide(by);
  }

  static Rational of(BigDecimal value) {
    return new Rational(
        value.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -value.scale()))),
        BigInteger.TEN.pow(Math.max(0, value.scale())));
  }

  Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @throws ArithmeticException if the other is 0
   */
  Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * The power.
   *
   * @throws ArithmeticException if this is 0 and the exponent below 0
   */
  Rational pow(int exponent) {
    Rational power =
        new Rational(numerator.pow(Math.abs(exponent)), denominator.pow(Math.abs(exponent)));
    return exponent < 0 ? of(BigDecimal.ONE).over(power) : power;
  }

  Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  /** Whether some number of decimals gives it exactly. */
  boolean isDecimal() {
    BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
    while (rest.mod(FIVE).signum() == 0) {
      rest = rest.divide(FIVE);
    }
    return rest.equals(BigInteger.ONE);
  }

  /** The nearest number in a direction that so many decimals can give. */
  Rational rounded(int decimals, RoundingMode mode) {
    return of(new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode));
  }

  /** Whether the distance to another is less than that other divided by some number. */
  boolean isWithin(int parts, Rational other) {
    Rational distance = plus(other.negated());
    Rational scaled = distance.times(of(BigDecimal.valueOf(parts)));
    return scaled
            .numerator
            .abs()
            .multiply(other.denominator)
            .compareTo(other.numerator.abs().multiply(scaled.denominator))
        < 0;
  }
}
