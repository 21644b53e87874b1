package dev.linchpin.lm;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Decodes tokens as they come. A token that ends within a character gives nothing until the
 * character is whole; the pieces together are the text of all tokens.
 */
public final class PieceDecoder {

  private static final String REPLACEMENT = "\uFFFD";

  /** Tokens that may wait for a character's end; more of them are no character. */
  private static final int LONGEST_WAIT = 16;

  private final Function<int[], String> decode;

  /** Tokens given out last, as context, then those waiting. */
  private int[] window = {};

  private int given;

  PieceDecoder(Function<int[], String> decode) {
    this.decode = decode;
  }

  /** The text that one more token adds; empty while a character is incomplete. */
  public String next(int token) {
    window = Arrays.copyOf(window, window.length + 1);
    window[window.length - 1] = token;
    String text = decode.apply(window);
    return isIncomplete(text) ? "" : give(text);
  }

  private boolean isIncomplete(String text) {
    return text.endsWith(REPLACEMENT) && window.length - given < LONGEST_WAIT;
  }

  /** What is left when no token follows: an incomplete character becomes U+FFFD. */
  public String rest() {
    return give(decode.apply(window));
  }

  private String give(String text) {
    String piece = text.substring(decode.apply(Arrays.copyOf(window, given)).length());
    window = Arrays.copyOfRange(window, given, window.length);
    given = window.length;
    return piece;
  }
}
