package dev.linchpin.reasoning;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The text that ends a chain's steps and begins its answer.
 *
 * @param text the marker itself, without whitespace around it
 * @param place where it counts
 */
public record AnswerMarker(String text, Place place) {

  /** Where a marker counts. */
  public enum Place {
    /** Only at the start of a line, after spaces at most. */
    LINE_START,
    ANYWHERE
  }

  public AnswerMarker {
    if (text.isBlank() || !text.equals(text.strip())) {
      throw new IllegalArgumentException(
          "expected an answer marker without surrounding whitespace, got '" + text + "'");
    }
  }

  /**
   * Reads a marker as it is written in settings: a leading {@code ^} ties it to the start of a
   * line, as in {@code ^Answer:}; without it the marker counts anywhere, as {@code </think>}.
   */
  public static AnswerMarker parse(String setting) {
    return setting.startsWith("^")
        ? new AnswerMarker(setting.substring(1), Place.LINE_START)
        : new AnswerMarker(setting, Place.ANYWHERE);
  }

  /**
   * Position of the first complete marker in a text, -1 if there is none.
   *
   * @param line the line's text before {@code text}, which tells whether that begins a line
   */
  int find(String line, CharSequence text) {
    return first(line, text, at -> startsAt(text, at) == this.text.length());
  }

  /** Position from which the text's end could become a marker, the text's length if nowhere. */
  int findBegun(String line, CharSequence text) {
    int begun = first(line, text, at -> startsAt(text, at) == text.length() - at);
    return begun < 0 ? text.length() : begun;
  }

  private int first(String line, CharSequence text, IntPredicate condition) {
    return IntStream.range(0, text.length())
        .filter(condition)
        .filter(at -> placed(line, text, at))
        .findFirst()
        .orElse(-1);
  }

  /** How many of the marker's characters stand at a position. */
  private int startsAt(CharSequence in, int at) {
    int most = Math.min(text.length(), in.length() - at);
    int same = 0;
    while (same < most && in.charAt(at + same) == text.charAt(same)) {
      same++;
    }
    return same;
  }

  private boolean placed(String line, CharSequence in, int at) {
    return place == Place.ANYWHERE || lastLine(line + in.subSequence(0, at)).isBlank();
  }

  /** What stands after the last line break. */
  static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
