package dev.linchpin.reasoning;

import dev.linchpin.reasoning.AnswerValue.Assigned;
import dev.linchpin.reasoning.AnswerValue.Formula;
import dev.linchpin.reasoning.AnswerValue.Listing;
import dev.linchpin.reasoning.AnswerValue.Quantity;
import dev.linchpin.reasoning.Units.Suffix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what an answer says from the text that {@link LatexText#plain} gives. */
final class AnswerReader {
  /** A longer text is prose. */
  private static final int LONGEST_VALUE = 500;

  private static final Pattern BEFORE = Pattern.compile("^[\\s,;:?\"`*\u201c\u201d]+");
  private static final Pattern AFTER =
      Pattern.compile("(?:(?<=\\p{L}\\p{L})!)?[\\s.,;:?\"`*\u201c\u201d]*$");

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?:(?:[\u2248=]|(?:is|equals|approximately|about|around)(?!\\p{L}))\\s*)?"
              + "(?:\u00a4\\s*)?(?<sign>[-+])?\\s*(?:\u00a4\\s*)?"
              + ("(?<number>" + NumberForm.ANY + ")(?<after>.*)"),
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<name>\\p{L}[\\p{L}\\p{N}_]*)\\s*[=\u2208](?<value>[^=\u2208]+)");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<low>[^<\u2264]+)(?<open>[<\u2264])\\s*\\p{L}\\s*"
              + "(?<close>[<\u2264])(?<high>[^<\u2264]+)");

  /** A number within a sentence. A sign after a word or a bracket is an operator. */
  private static final Pattern SAID =
      Pattern.compile("(?<sign>(?<![\\w)}])[-+])?(?<number>" + NumberForm.ANY + ")");

  private static final Pattern ARGUMENT = Pattern.compile("(?:[{^_]|\\p{L}\\()$");

  /** What makes a number before it a part of a formula: no word, but a variable or a function. */
  private static final Pattern FACTOR =
      Pattern.compile(
          "[\\^_\u03c0]|\\s*\\\\[a-zA-Z]|\\p{L}+\\("
              + "|(?!(?:st|nd|rd|th)(?!\\p{L}))\\p{L}{1,2}(?!\\p{L})");

  private AnswerReader() {}

  /** What a text says as a whole. */
  static AnswerValue read(String plain) {
    String bare = AFTER.matcher(BEFORE.matcher(plain).replaceFirst("")).replaceFirst("");
    String text = bare.isEmpty() ? plain : bare;
    return Stream.<Function<String, Optional<? extends AnswerValue>>>of(
            AnswerReader::assigned,
            AnswerReader::quantity,
            AnswerReader::bracketed,
            AnswerReader::listed,
            AnswerReader::between)
        .filter(unused -> text.length() <= LONGEST_VALUE)
        .flatMap(form -> form.apply(text).stream())
        .map(AnswerValue.class::cast)
        .findFirst()
        .orElseGet(() -> new Formula(FormulaText.of(text)));
  }

  /**
   * The last number of a sentence. Empty if there is none, or if it is only part of a formula: a
   * factor, an exponent, an argument.
   */
  static Optional<Quantity> lastNumber(String plain) {
    return SAID.matcher(plain).results().reduce((a, b) -> b).flatMap(last -> said(plain, last));
  }

  private static Optional<Quantity> said(String plain, MatchResult last) {
    String after = plain.substring(last.end());
    Suffix suffix = Units.begin(after);
    boolean counts = !suffix.equals(Units.NO_SUFFIX) || !FACTOR.matcher(after).lookingAt();
    boolean argument = ARGUMENT.matcher(plain.substring(0, last.start())).find();
    return counts && !argument ? signed(last.group(), suffix) : Optional.empty();
  }

  private static Optional<Quantity> signed(String number, Suffix suffix) {
    boolean negative = number.startsWith("-");
    String digits = negative || number.startsWith("+") ? number.substring(1) : number;
    return NumberForm.read(digits)
        .map(value -> value.times(suffix.factor()))
        .map(value -> negative ? value.negated() : value)
        .map(value -> new Quantity(value, NumberForm.decimals(digits), suffix.unit()));
  }

  private static Optional<Quantity> quantity(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String sign = matcher.group("sign") == null ? "" : matcher.group("sign");
    String unit = text.contains(Units.DOLLAR) ? Units.DOLLARS : Units.NONE;
    return Units.read(matcher.group("after"))
        .filter(suffix -> Units.agree(suffix.unit(), unit))
        .map(suffix -> suffix.unit().equals(Units.NONE) ? suffix.of(unit) : suffix)
        .flatMap(suffix -> signed(sign + matcher.group("number"), suffix));
  }

  private static Optional<Assigned> assigned(String text) {
    Matcher matcher = ASSIGNMENT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Assigned(
                matcher.group("name").toLowerCase(Locale.ROOT), read(matcher.group("value"))))
        : Optional.empty();
  }

  private static Optional<AnswerValue> bracketed(String text) {
    boolean set = text.startsWith("\\{") && text.endsWith("\\}");
    String closed = set ? "{" + text.substring(2, text.length() - 2) + "}" : text;
    if (!Brackets.enclose(closed)) {
      return Optional.empty();
    }
    String inner = closed.substring(1, closed.length() - 1);
    String brackets = closed.charAt(0) + closed.substring(closed.length() - 1);
    List<String> items = Brackets.between(inner, ',');
    if (items.size() > 1 || set) {
      return Optional.of(new Listing(brackets, items.stream().map(AnswerReader::read).toList()));
    }
    return brackets.equals("()") || brackets.equals("{}")
        ? Optional.of(read(inner))
        : Optional.empty();
  }

  /** Numbers between commas are a tuple without its brackets. */
  private static Optional<Listing> listed(String text) {
    List<String> items = Brackets.between(text, ',');
    List<Quantity> numbers = items.stream().flatMap(item -> quantity(item).stream()).toList();
    return items.size() > 1 && numbers.size() == items.size()
        ? Optional.of(new Listing("()", List.copyOf(numbers)))
        : Optional.empty();
  }

  /** Two bounds of a variable are an interval. */
  private static Optional<Listing> between(String text) {
    Matcher matcher = BETWEEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String opening = matcher.group("open").equals("<") ? "(" : "[";
    String closing = matcher.group("close").equals("<") ? ")" : "]";
    return Optional.of(
        new Listing(
            opening + closing, List.of(read(matcher.group("low")), read(matcher.group("high")))));
  }
}
