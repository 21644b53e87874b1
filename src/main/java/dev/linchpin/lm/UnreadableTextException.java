package dev.linchpin.lm;

/** A text that a tokenizer with a closed vocabulary cannot put into tokens. */
public final class UnreadableTextException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableTextException(String text, Throwable cause) {
    super("the tokenizer cannot read '%s': %s".formatted(text, cause.getMessage()), cause);
  }
}
