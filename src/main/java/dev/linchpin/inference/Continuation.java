package dev.linchpin.inference;

import java.util.Optional;

/** A sequence under way. Used by one thread; close it to free the model's memory for it. */
public interface Continuation extends AutoCloseable {
  /** Draws the token that follows what has been fed; empty where the model ends its text. */
  Optional<Draw> draw();

  /** Puts the drawn token through the model. */
  void feed(Draw draw);

  /**
   * The residual stream at the last token fed (of the prompt, at first) after each block.
   *
   * @return {@code [layers * hidden]}, layer-major; the caller's own
   */
  float[] residuals();

  @Override
  void close();

  /**
   * A drawn token.
   *
   * @param token its id
   * @param piece the text that it adds; empty where it is part of a character
   * @param logProbability natural-log probability under the model at temperature 1, at most 0
   */
  record Draw(int token, String piece, double logProbability) {}
}
