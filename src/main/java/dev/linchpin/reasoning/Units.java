package dev.linchpin.reasoning;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand after a number: how many of it there are, and of what. */
final class Units {
  /** Stands for an amount's dollar sign. */
  static final String DOLLAR = "\u00a4";

  /** The unit of what has none; agrees with any. */
  static final String NONE = "";

  /** The unit of an amount with a dollar sign. */
  static final String DOLLARS = "dollar";

  /** After a number that stands alone. */
  static final Suffix NO_SUFFIX = new Suffix(Rational.of(BigDecimal.ONE), NONE);

  private static final Map<String, String> NAMES =
      names(
          "% percent pct",
          "\u00b0 degree degrees deg",
          "mm millimeter millimeters millimetre millimetres",
          "cm centimeter centimeters centimetre centimetres",
          "m meter meters metre metres",
          "km kilometer kilometers kilometre kilometres",
          "inch inches",
          "ft foot feet",
          "yd yard yards",
          "mi mile miles",
          "mg milligram milligrams",
          "g gram grams",
          "kg kilogram kilograms",
          "lb lbs pound pounds",
          "oz ounce ounces",
          "ml milliliter milliliters millilitre millilitres",
          "l liter liters litre litres",
          "s sec secs second seconds",
          "min mins minute minutes",
          "h hr hrs hour hours",
          "dollar dollars",
          "cent cents",
          "mph",
          "kph");

  private static final Map<String, Long> MULTIPLES =
      Map.of(
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L,
          "trillion", 1_000_000_000_000L);

  /** Words after a number that change its value, or say that there is more to it. */
  private static final Set<String> NO_UNITS =
      Set.of(
          ("pi tau phi e i or and to plus minus times over by mod modulo base choose factorial"
                  + " squared cubed dozen score half halves third thirds quarter quarters fourth"
                  + " fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth"
                  + " ninths tenth tenths hundredth hundredths thousandth thousandths log ln sin"
                  + " cos tan sqrt root roots less more not per")
              .split(" ", -1));

  private static final Pattern AFTER =
      Pattern.compile(
          "(?<multiple>\\s*(?:hundred|thousand|million|billion|trillion)(?!\\p{L}))?"
              + "(?<gap>\\s*)"
              + "(?:(?<dimension>square|cubic|sq) )?"
              + "(?<unit>[%\u00b0]|\\p{L}+(?:(?: per |/)\\p{L}+)?)?"
              + "(?:\\s*\\^(?:(?<bare>[23])|\\{(?<braced>[23])\\}))?");

  private Units() {}

  /**
   * What stands after a number.
   *
   * @param factor by which the number is to be multiplied
   * @param unit one spelling for all of the same unit, or {@link #NONE}
   */
  record Suffix(Rational factor, String unit) {
    Suffix of(String other) {
      return new Suffix(factor, other);
    }
  }

  /** Reads what follows a number; empty if it does not only say how many of what there are. */
  static Optional<Suffix> read(String after) {
    Matcher matcher = AFTER.matcher(after.toLowerCase(Locale.ROOT));
    return matcher.matches() ? suffix(matcher) : Optional.empty();
  }

  /** Reads what follows a number within a sentence, where words that are no known unit go on. */
  static Suffix begin(String after) {
    Matcher matcher = AFTER.matcher(after.toLowerCase(Locale.ROOT));
    return Optional.of(matcher)
        .filter(Matcher::lookingAt)
        .flatMap(Units::suffix)
        .filter(suffix -> isKnown(suffix.unit()))
        .orElseGet(() -> new Suffix(factor(matcher.group("multiple")), NONE));
  }

  /** Whether two units do not exclude each other. */
  static boolean agree(String a, String b) {
    return a.equals(b) || a.equals(NONE) || b.equals(NONE);
  }

  private static Optional<Suffix> suffix(Matcher matcher) {
    Rational factor = factor(matcher.group("multiple"));
    String name = matcher.group("unit");
    if (name == null) {
      boolean bare = matcher.end() == matcher.end("gap");
      return bare ? Optional.of(new Suffix(factor, NONE)) : Optional.empty();
    }
    boolean possible = matcher.group("gap").isEmpty() ? mayAdjoin(name) : mayFollow(name);
    return possible
        ? Optional.of(new Suffix(factor, unit(name) + dimension(matcher)))
        : Optional.empty();
  }

  private static Rational factor(String multiple) {
    return Rational.of(BigDecimal.valueOf(multiple == null ? 1 : MULTIPLES.get(multiple.strip())));
  }

  /** Single letters are rather variables if no space is before them. */
  private static boolean mayAdjoin(String name) {
    boolean symbol = !Character.isLetter(name.charAt(0));
    return symbol || (name.length() > 1 && NAMES.containsKey(name));
  }

  private static boolean mayFollow(String name) {
    return NAMES.containsKey(name) || (name.length() > 1 && !NO_UNITS.contains(name));
  }

  private static boolean isKnown(String unit) {
    return unit.equals(NONE) || NAMES.containsKey(unit.replaceAll("\\^[23]", ""));
  }

  private static String unit(String name) {
    String singular =
        name.length() > 2 && name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return NAMES.getOrDefault(name, singular);
  }

  private static String dimension(Matcher matcher) {
    String word = matcher.group("dimension");
    if (word != null) {
      return word.equals("cubic") ? "^3" : "^2";
    }
    String digit = matcher.group("bare") == null ? matcher.group("braced") : matcher.group("bare");
    return digit == null ? "" : "^" + digit;
  }

  private static Map<String, String> names(String... lines) {
    Map<String, String> names = new HashMap<>();
    for (String line : lines) {
      String[] spellings = line.split(" ", -1);
      for (String spelling : spellings) {
        names.put(spelling, spellings[0]);
      }
    }
    return Map.copyOf(names);
  }
}
