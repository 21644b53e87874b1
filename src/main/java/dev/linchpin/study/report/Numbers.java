package dev.linchpin.study.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same on every machine. */
final class Numbers {
  /** Stands where a number is not defined. */
  static final String UNDEFINED = "–";

  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private Numbers() {}

  /** With so many digits after the point, never as minus zero. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return unlimited(value);
    }
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** How many, thousands parted by commas. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** With up to four digits that say something. */
  static String brief(double value) {
    if (!Double.isFinite(value)) {
      return unlimited(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    boolean plain = value == 0 || (size >= 1e-4 && size < 1e6);
    return plain ? rounded.toPlainString() : rounded.toString().replace("E+", "E");
  }

  /** With all digits, for programs; empty for NaN. */
  static String exact(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  /** A place in a picture, to a hundredth of a pixel. */
  static String coordinate(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String unlimited(double value) {
    if (Double.isNaN(value)) {
      return UNDEFINED;
    }
    return value > 0 ? "∞" : "-∞";
  }
}
