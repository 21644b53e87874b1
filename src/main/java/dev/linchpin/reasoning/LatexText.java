package dev.linchpin.reasoning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers as models write them: boxed, and in LaTeX's spelling. */
final class LatexText {
  private static final Pattern BOX = Pattern.compile("\\\\boxed\\s*\\{");

  private static final Pattern AMOUNT = Pattern.compile("\\$(?=\\s*[-+]?[\\d.])");

  /** A spelling and what it is replaced by. */
  private record Rule(Pattern spelling, String plain) {
    Rule(String spelling, String plain) {
      this(Pattern.compile(spelling), plain);
    }
  }

  /** In the order in which they apply. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("\\\\(?:left|right|[bB]igg?[lr]?|displaystyle)(?![a-zA-Z])", ""),
          new Rule("\\\\[()\\[\\]]", ""),
          new Rule("\\\\[!,]", ""),
          new Rule("\\\\[;: ]|\\\\q?quad(?![a-zA-Z])|~|\\u00a0", " "),
          new Rule("\\\\[dtc]frac(?![a-zA-Z])", "\\\\frac"),
          new Rule("\\\\frac\\s*([0-9a-zA-Z])", "\\\\frac{$1}"),
          new Rule("(\\\\frac\\s*\\{[^{}]*\\})\\s*([0-9a-zA-Z])", "$1{$2}"),
          new Rule("\u221a\\s*(\\d+|[a-zA-Z])", "\\\\sqrt{$1}"),
          new Rule("\\\\sqrt\\s*([0-9a-zA-Z])", "\\\\sqrt{$1}"),
          new Rule(
              "\\\\(?:text|mathrm|mathbf|mathit|textbf|textit|textrm|mbox|operatorname)"
                  + "\\s*\\{([^{}]*)\\}",
              " $1 "),
          new Rule("\\{([,-])\\}", "$1"),
          new Rule(
              "\\^\\s*(?:\\{\\s*\\\\circ\\s*\\}|\\\\circ(?![a-zA-Z]))|\\\\degree(?![a-zA-Z])",
              "\u00b0"),
          new Rule("\\\\%", "%"),
          new Rule("\\\\(?:cdot|times)(?![a-zA-Z])|[\u00d7\u00b7]", "*"),
          new Rule("\\\\(?:le|leq|leqslant)(?![a-zA-Z])|<=", "\u2264"),
          new Rule("\\\\(?:ge|geq|geqslant)(?![a-zA-Z])|>=", "\u2265"),
          new Rule("\\\\lt(?![a-zA-Z])", "<"),
          new Rule("\\\\gt(?![a-zA-Z])", ">"),
          new Rule("\\\\approx(?![a-zA-Z])", "\u2248"),
          new Rule("\\\\in(?![a-zA-Z])", "\u2208"),
          new Rule("\\\\cup(?![a-zA-Z])", "\u222a"),
          new Rule("\\\\infty(?![a-zA-Z])", "\u221e"),
          new Rule("\\\\pi(?![a-zA-Z])", "\u03c0"),
          new Rule("\u2212", "-"),
          new Rule("\u00b2", "^2"),
          new Rule("\u00b3", "^3"));

  private LatexText() {}

  /**
   * What stands in the last box of a text, to the end if that box is not closed. Empty without a
   * box.
   */
  static Optional<String> lastBox(String text) {
    return BOX.matcher(text)
        .results()
        .reduce((first, second) -> second)
        .map(box -> text.substring(box.end(), Brackets.closing(text, box.end())));
  }

  /** What stands before a brace that closes a box opened before the text; empty without one. */
  static Optional<String> restOfBox(String text) {
    int end = Brackets.closing(text, 0);
    return end < text.length() ? Optional.of(text.substring(0, end)) : Optional.empty();
  }

  /**
   * The text without what only sets it: delimiters, sizes, fonts and thin spaces are gone, symbols
   * have one spelling, and every {@code \frac} has two arguments in braces. A dollar sign stays as
   * {@value Units#DOLLAR} if it is an amount's.
   */
  static String plain(String text) {
    String plain = amounts(text);
    for (Rule rule : RULES) {
      plain = rule.spelling().matcher(plain).replaceAll(rule.plain());
    }
    return plain.strip();
  }

  /** A dollar sign that is escaped, or is the only one, is an amount's; others enclose formulas. */
  private static String amounts(String text) {
    String marked = text.replace("\\$", Units.DOLLAR);
    boolean enclosing = marked.indexOf('$') != marked.lastIndexOf('$');
    return (enclosing ? marked : AMOUNT.matcher(marked).replaceFirst(Units.DOLLAR))
        .replace("$", "");
  }
}
