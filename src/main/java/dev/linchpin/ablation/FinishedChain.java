package dev.linchpin.ablation;

import java.util.List;

/**
 * A chain that ended, as text.
 *
 * @param chainId identity
 * @param prompt the question as the model saw it
 * @param steps the steps' texts in order, white space included, so that joined they are the chain
 * @param answer the answer that the model gave after them
 * @param answerKey the right answer
 */
public record FinishedChain(
    String chainId, String prompt, List<String> steps, String answer, String answerKey) {
  public FinishedChain {
    steps = List.copyOf(steps);
  }
}
