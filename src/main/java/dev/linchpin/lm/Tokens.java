package dev.linchpin.lm;

/** Checks of token ids. */
final class Tokens {

  private Tokens() {}

  /**
   * Fails when there are no tokens, one is out of the vocabulary, or they end beyond the model.
   *
   * @param position tokens before these
   */
  static void check(ModelConfig config, int[] tokens, int position) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("expected at least one token, got none");
    }
    for (int token : tokens) {
      if (token < 0 || token >= config.vocab()) {
        throw new IllegalArgumentException(
            "token " + token + " is out of the vocabulary of " + config.vocab());
      }
    }
    if (position + tokens.length > config.maxPositions()) {
      throw new IllegalArgumentException(
          "the model takes at most "
              + config.maxPositions()
              + " tokens, got "
              + (position + tokens.length));
    }
  }
}
