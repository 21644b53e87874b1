package dev.linchpin.reasoning;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether an answer text says what the key says.
 *
 * <p>Of an answer with {@code \boxed{…}} only the last box counts. Where the key is a number, the
 * last number of the answer must equal it in value; otherwise the two texts must be equal but for
 * case, spacing and punctuation around them.
 */
public final class AnswerMatcher {

  private static final String BOX = "\\boxed{";
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?<![\\w)])[-+])?(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)");
  private static final Pattern NUMERIC_KEY =
      Pattern.compile("\\$?\\s*(?<number>" + NUMBER.pattern() + ")\\s*[%.]?");
  private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Punct}]+|[\\s\\p{Punct}]+$");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private AnswerMatcher() {}

  /** Whether an answer text agrees with the right answer. */
  public static boolean matches(String answer, String key) {
    String said = plain(answer);
    String right = plain(key);
    return number(right)
        .map(value -> lastNumber(said).filter(last -> last.compareTo(value) == 0).isPresent())
        .orElseGet(() -> normalised(said).equals(normalised(right)));
  }

  private static String plain(String text) {
    return lastBox(text).orElse(text).replace('\u2212', '-').strip();
  }

  private static Optional<String> lastBox(String text) {
    int box = text.lastIndexOf(BOX);
    return box < 0 ? Optional.empty() : Optional.of(upToClosingBrace(text, box + BOX.length()));
  }

  private static String upToClosingBrace(String text, int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() && depth > 0) {
      depth += nesting(text.charAt(at));
      at++;
    }
    return text.substring(from, depth == 0 ? at - 1 : at);
  }

  private static int nesting(char c) {
    return switch (c) {
      case '{' -> 1;
      case '}' -> -1;
      default -> 0;
    };
  }

  private static Optional<BigDecimal> number(String key) {
    Matcher matcher = NUMERIC_KEY.matcher(key);
    return matcher.matches() ? Optional.of(value(matcher.group("number"))) : Optional.empty();
  }

  private static Optional<BigDecimal> lastNumber(String text) {
    return NUMBER.matcher(text).results().map(found -> value(found.group())).reduce((a, b) -> b);
  }

  private static BigDecimal value(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  private static String normalised(String text) {
    String bare = AROUND.matcher(text).replaceAll("");
    String core = bare.isEmpty() ? text : bare;
    return SPACES.matcher(core).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
