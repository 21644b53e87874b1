package dev.linchpin.reasoning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a number is written, its sign aside, in the text that {@link LatexText#plain} gives. */
enum NumberForm {
  /** A whole number with a fraction: {@code 1\frac{1}{2}}, {@code 1 1/2}. */
  MIXED("(\\d+)(?:\\s*\\\\frac\\s*\\{(\\d+)\\}\\s*\\{(\\d+)\\}|\\s+(\\d+)/(\\d+)(?![/\\d]))") {
    @Override
    Rational value(MatchResult match) {
      int numerator = match.group(2) == null ? 4 : 2;
      return plain(match.group(1))
          .plus(plain(match.group(numerator)).over(plain(match.group(numerator + 1))));
    }
  },

  /** A LaTeX fraction of numbers. */
  FRACTION("\\\\frac\\s*\\{\\s*(-?)\\s*(N)\\s*\\}\\s*\\{\\s*(-?)\\s*(N)\\s*\\}") {
    @Override
    Rational value(MatchResult match) {
      Rational value = plain(match.group(2)).over(plain(match.group(4)));
      return match.group(1).equals(match.group(3)) ? value : value.negated();
    }
  },

  /** A fraction on one line: {@code 3/4}. A second stroke makes it something else, as a date. */
  QUOTIENT("(?<!/)(N)\\s?/\\s?(-?)(N)(?![/\\d])") {
    @Override
    Rational value(MatchResult match) {
      Rational value = plain(match.group(1)).over(plain(match.group(3)));
      return match.group(2).isEmpty() ? value : value.negated();
    }
  },

  /** A decimal that repeats: <code>0.1\overline{6}</code>. */
  REPEATING("(\\d*)\\.(\\d*)\\\\overline\\s*\\{(\\d+)\\}") {
    @Override
    Rational value(MatchResult match) {
      String period = match.group(3);
      BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
      BigInteger places = BigInteger.TEN.pow(match.group(2).length());
      return plain("0" + match.group(1) + "." + match.group(2) + "0")
          .plus(new Rational(new BigInteger(period), nines.multiply(places)));
    }
  },

  /**
   * A power with a factor before it or without: {@code 10^4}, {@code 2.5*10^{-3}}. Its base and
   * exponent are short, so that the value is.
   */
  POWER(
      "(?:(N)\\s?\\*\\s?)?((?<![\\d.,])\\d{1,9}(?:\\.\\d{1,9})?)"
          + "\\^(?:(-?\\d{1,2})(?!\\d)|\\{\\s*(-?\\d{1,2})\\s*\\})") {
    @Override
    Rational value(MatchResult match) {
      String exponent = match.group(3) == null ? match.group(4) : match.group(3);
      Rational power = plain(match.group(2)).pow(Integer.parseInt(exponent));
      return match.group(1) == null ? power : plain(match.group(1)).times(power);
    }
  },

  /** An integer or a decimal, thousands marked by commas or not. */
  PLAIN("(N)") {
    @Override
    Rational value(MatchResult match) {
      return plain(match.group(1));
    }
  };

  /** Any of the forms. */
  static final String ANY =
      Arrays.stream(values()).map(f -> f.pattern.pattern()).collect(Collectors.joining("|"));

  private final Pattern pattern;

  NumberForm(String regex) {
    this.pattern =
        Pattern.compile(regex.replace("N", "(?:\\d+(?:,\\d{3})*(?!\\d)(?:\\.\\d+)?|\\.\\d+)"));
  }

  /** The value of a match, which may divide by 0. */
  abstract Rational value(MatchResult match);

  /** The number that a text is as a whole, without sign; empty if it is none. */
  static Optional<Rational> read(String text) {
    return Arrays.stream(values()).flatMap(form -> form.tried(text).stream()).findFirst();
  }

  /** How many decimals a text has that is read as {@link #PLAIN}; 0 for other forms. */
  static int decimals(String text) {
    return PLAIN.pattern.matcher(text).matches() && text.contains(".")
        ? text.length() - text.indexOf('.') - 1
        : 0;
  }

  private Optional<Rational> tried(String text) {
    Matcher matcher = pattern.matcher(text);
    try {
      return matcher.matches() ? Optional.of(value(matcher)) : Optional.empty();
    } catch (ArithmeticException dividesByZero) {
      return Optional.empty();
    }
  }

  private static Rational plain(String digits) {
    return Rational.of(new BigDecimal(digits.replace(",", "")));
  }
}
