package dev.linchpin.study.feature;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which runs of neighbouring words count as terms.
 *
 * @param shortest fewest words of a term, 1 or more
 * @param longest most words of a term, {@code shortest} or more
 */
public record NGrams(int shortest, int longest) {
  /** Single words up to five in a row, as the paper's baseline has them. */
  public static final NGrams PAPER = new NGrams(1, 5);

  /** Single words. */
  public static final NGrams WORDS = new NGrams(1, 1);

  public NGrams {
    if (shortest < 1 || longest < shortest) {
      throw new IllegalArgumentException(
          "expected 1 <= shortest <= longest, got %d and %d".formatted(shortest, longest));
    }
  }

  /** All terms of a text, repeated ones too; the words of one are joined by a space. */
  Stream<String> terms(String text) {
    List<String> words = Words.of(text);
    return IntStream.rangeClosed(shortest, Math.min(longest, words.size()))
        .boxed()
        .flatMap(length -> runs(words, length));
  }

  private static Stream<String> runs(List<String> words, int length) {
    return IntStream.rangeClosed(0, words.size() - length)
        .mapToObj(start -> String.join(" ", words.subList(start, start + length)));
  }
}
