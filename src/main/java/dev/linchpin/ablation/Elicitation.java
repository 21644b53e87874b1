package dev.linchpin.ablation;

/**
 * How an answer is asked for.
 *
 * @param text put after the steps to make the model answer at once, the paper's sigma
 * @param maxAnswerTokens most tokens of an answer, at least 1
 */
public record Elicitation(String text, int maxAnswerTokens) {
  public Elicitation {
    if (text.isBlank() || maxAnswerTokens < 1) {
      throw new IllegalArgumentException(
          "expected a text and at least 1 token for the answer, got '"
              + text
              + "' and "
              + maxAnswerTokens);
    }
  }
}
