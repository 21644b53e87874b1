package dev.linchpin.reasoning;

import dev.linchpin.reasoning.AnswerValue.Formula;
import dev.linchpin.reasoning.AnswerValue.Quantity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether an answer text says what the key says, after the rules of arXiv 2604.18307 and its
 * code, but stricter: where those would take different answers for the same, this does not.
 *
 * <p>Of an answer with {@code \boxed{…}} only what is in the last box counts, and all of it. If the
 * answer was begun within a box, that box ends at the first brace that closes more than was opened.
 * Without a box, an answer to a key that is a number is a sentence whose last number counts, unless
 * it is a value as a whole, or that number is part of a formula ({@code 2x}, {@code x^2}, {@code
 * \sqrt{2}}).
 *
 * <ul>
 *   <li>Numbers are equal if their values are: {@code 3/4}, {@code \frac34}, {@code 0.75} and
 *       {@code 0.750}; {@code 1{,}000}, {@code 10^3} and {@code 1 thousand}. The paper lets any
 *       differ by 0.05 %. Here only a decimal may, from a fraction that no decimal can give, and it
 *       has to be that fraction, rounded or cut: {@code 0.3333} is {@code 1/3}, {@code 0.33} is too
 *       far away, and {@code 0.3334} is wrong.
 *   <li>Units may be left out, but not be others: {@code 5} is {@code 5 m}, {@code 5 cm} is not. As
 *       in the paper, per cent is a unit: {@code 10%} is {@code 10}, and not {@code 0.1}.
 *   <li>Tuples and intervals are equal if their brackets are and their items in order; sets in any
 *       order. Numbers with commas are a tuple; {@code 1 < x ≤ 2} is {@code (1,2]}.
 *   <li>{@code x = 5} is {@code 5}, but not {@code y = 5}.
 *   <li>All else is compared as text, regardless of case, spacing and LaTeX's ways to set it, and
 *       of the order of terms that are added.
 * </ul>
 */
public final class AnswerMatcher {
  /** Of a list, and no sign. */
  private static final Pattern BULLET = Pattern.compile("^\\s*[-*\u2022]\\s+");

  private AnswerMatcher() {}

  /** Whether an answer text agrees with the right answer. */
  public static boolean matches(String answer, String key) {
    Optional<String> box = box(answer);
    String plain = LatexText.plain(box.orElseGet(() -> BULLET.matcher(answer).replaceFirst("")));
    AnswerValue right = AnswerReader.read(LatexText.plain(box(key).orElse(key)));
    AnswerValue said = AnswerReader.read(plain);
    boolean lastCounts =
        box.isEmpty() && said.bare() instanceof Formula && right instanceof Quantity;
    return lastCounts
        ? AnswerReader.lastNumber(plain).filter(right::agreesWith).isPresent()
        : said.agreesWith(right);
  }

  private static Optional<String> box(String text) {
    return LatexText.lastBox(text).or(() -> LatexText.restOfBox(text));
  }
}
