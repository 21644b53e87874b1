package dev.linchpin.study.feature;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of a text in lower case: runs of letters and digits, numbers with their decimals, and
 * single operators. Other punctuation only separates.
 *
 * <p>The paper's code drops what is shorter than two characters, operators with it. In a puzzle
 * every variable and every value is one character, so here they are kept, and {@code k: 6} has the
 * three words {@code k}, {@code :} and {@code 6}.
 */
final class Words {
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{M}\\p{N}_]*(?:['\u2019]\\p{L}+)*"
              + "|\\p{N}+(?:\\.\\p{N}+)*"
              + "|[-+*/^=<>\u2264\u2265\u2260\u00b1\u00d7\u00f7:%]");

  private Words() {}

  static List<String> of(String text) {
    String plain = text.replace('\u2212', '-').toLowerCase(Locale.ROOT);
    return WORD.matcher(plain).results().map(MatchResult::group).toList();
  }
}
