package dev.linchpin.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Where brackets open and close. */
final class Brackets {
  private Brackets() {}

  /**
   * Position of the brace that closes one opened before a position, or the text's length. Escaped
   * braces are text.
   */
  static int closing(String text, int from) {
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
      depth += escaped ? 0 : nesting(text.charAt(at), "{", "}");
      if (depth == 0) {
        return at;
      }
    }
    return text.length();
  }

  /** Whether the bracket that a text begins with is closed by its last character. */
  static boolean enclose(String text) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      depth += nesting(text.charAt(at));
      if (depth <= 0) {
        return at > 0 && at == text.length() - 1;
      }
    }
    return false;
  }

  /**
   * Cuts a text before the positions at which it may be cut and which no bracket encloses.
   *
   * @return one part or more, which joined give the text
   */
  static List<String> split(String text, IntPredicate mayCut) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (depth == 0 && at > from && mayCut.test(at)) {
        parts.add(text.substring(from, at));
        from = at;
      }
      depth += nesting(text.charAt(at));
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The parts between separators that no bracket encloses, stripped. */
  static List<String> between(String text, char separator) {
    String led = separator + text;
    return split(led, at -> led.charAt(at) == separator).stream()
        .map(part -> part.substring(1).strip())
        .toList();
  }

  private static int nesting(char c) {
    return nesting(c, "([{", ")]}");
  }

  private static int nesting(char c, String opening, String closing) {
    if (opening.indexOf(c) >= 0) {
      return 1;
    }
    return closing.indexOf(c) >= 0 ? -1 : 0;
  }
}
