package dev.linchpin.reasoning;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One spelling for words and formulas that say the same. */
final class FormulaText {
  private static final Pattern SPACES_IN_FORMULAS =
      Pattern.compile(
          "\\s+(?=[^\\p{L}\\p{N}\\s])|(?<=[^\\p{L}\\p{N}\\s])\\s+|(?<=\\p{N})\\s+(?=\\p{L})");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BRACED_ATOM = Pattern.compile("(?<=[\\^_])\\{(\\p{L}|\\p{N}+)\\}");
  private static final Pattern FRACTION_OF_ATOMS =
      Pattern.compile(
          "(?<![\\^_])\\\\frac\\{(\\p{N}+|\\p{L})\\}\\{(\\p{N}+|\\p{L})\\}"
              + "(?![\\p{L}\\p{N}\\\\({\\[^_!])");
  private static final Pattern PI = Pattern.compile("(?<!\\p{L})pi(?!\\p{L})");
  private static final Pattern UNSORTABLE =
      Pattern.compile("[\\s,;<>\u2264\u2265\u2248\u222a\u00b1]");

  private FormulaText() {}

  /**
   * A text in lower case, without spaces that say nothing, braces around one sign, and the order of
   * terms that are added.
   *
   * @param plain as from {@link LatexText#plain}
   */
  static String of(String plain) {
    String text = PI.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("\u03c0");
    text = SPACES.matcher(SPACES_IN_FORMULAS.matcher(text).replaceAll("")).replaceAll(" ");
    text = BRACED_ATOM.matcher(text).replaceAll("$1");
    text = FRACTION_OF_ATOMS.matcher(text).replaceAll("$1/$2");
    return text.isEmpty() || UNSORTABLE.matcher(text).find() ? text : sortedSides(text);
  }

  private static String sortedSides(String text) {
    return Brackets.between(text, '=').stream()
        .map(FormulaText::sorted)
        .collect(Collectors.joining("="));
  }

  /**
   * The signed terms in the order of their characters. Parts of which two or more are joined by
   * hyphens alone keep their order: they may be a date or a path.
   */
  private static String sorted(String side) {
    List<String> terms =
        Brackets.split(side, at -> isSign(side, at)).stream().map(FormulaText::signed).toList();
    long subtracted = terms.stream().filter(term -> term.startsWith("-")).count();
    boolean added = terms.stream().skip(1).anyMatch(term -> term.startsWith("+"));
    return subtracted > 1 && !added ? side : terms.stream().sorted().collect(Collectors.joining());
  }

  private static boolean isSign(String text, int at) {
    return "+-".indexOf(text.charAt(at)) >= 0 && "+-*/^_".indexOf(text.charAt(at - 1)) < 0;
  }

  /** Of the first term, too. */
  private static String signed(String term) {
    return term.startsWith("-") || term.startsWith("+") ? term : "+" + term;
  }
}
