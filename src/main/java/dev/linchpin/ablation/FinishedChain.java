package dev.linchpin.ablation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chain that ended, as text.
 *
 * @param prompt the question as the model saw it
 * @param steps the steps' texts in order, white space included, so that joined they are the chain
 * @param answerKey the right answer
 */
public record FinishedChain(String prompt, List<String> steps, String answerKey) {
  public FinishedChain {
    steps = List.copyOf(steps);
  }

  /** Prompt and steps, without one of them. */
  String without(int stepIndex) {
    return prompt
        + IntStream.range(0, steps.size())
            .filter(i -> i != stepIndex)
            .mapToObj(steps::get)
            .collect(Collectors.joining());
  }

  /** Prompt and all steps. */
  String whole() {
    return prompt + String.join("", steps);
  }
}
