package dev.linchpin.lm;

/**
 * A part of a sequence.
 *
 * @param start its first token, from 0
 * @param end the token after its last, above {@code start}
 */
public record TokenSpan(int start, int end) {
  public TokenSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "expected a span of at least one token, got " + start + ":" + end);
    }
  }

  /** Number of tokens. */
  public int size() {
    return end - start;
  }
}
