package dev.linchpin.study.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * XML as it is written, an element a line. Names are trusted; words and values of attributes are
 * escaped.
 */
final class Markup {
  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> names = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; a Double is a place in a picture
   */
  void open(String name, Object... attributes) {
    start(name, attributes);
    text.append(">\n");
    names.push(name);
  }

  /** Ends the element that was begun last. */
  void close() {
    text.append("</").append(names.pop()).append(">\n");
  }

  /** An element without content. */
  void empty(String name, Object... attributes) {
    start(name, attributes);
    text.append("/>\n");
  }

  /** An element with words. */
  void words(String name, String words, Object... attributes) {
    start(name, attributes);
    text.append('>').append(escaped(words)).append("</").append(name).append(">\n");
  }

  /** What is markup already. */
  void raw(String markup) {
    text.append(markup);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void start(String name, Object... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"").append(value(attributes[i + 1]));
      text.append('"');
    }
  }

  private static String value(Object value) {
    return value instanceof Double place
        ? Numbers.coordinate(place)
        : escaped(String.valueOf(value));
  }

  private static String escaped(String words) {
    StringBuilder safe = new StringBuilder();
    words.codePoints().forEach(c -> append(c, safe));
    return safe.toString();
  }

  private static void append(int character, StringBuilder target) {
    switch (character) {
      case '<' -> target.append("&lt;");
      case '>' -> target.append("&gt;");
      case '&' -> target.append("&amp;");
      case '"' -> target.append("&quot;");
      default -> target.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
    }
  }

  /** Whether XML 1.0 may hold the character. */
  private static boolean isAllowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character < 0xD800)
        || (character >= 0xE000 && character < 0xFFFE)
        || character > 0xFFFF;
  }
}
