package dev.linchpin.ablation;

import dev.linchpin.lm.TokenSpan;
import dev.linchpin.lm.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain as tokens, each step by itself, so that leaving one out leaves the others as they are.
 *
 * @param prompt the question, with what the model wants before a sequence
 * @param steps each step
 * @param elicitation what asks for the answer
 * @param answer what the model answered, to the end of the line
 */
record TokenizedChain(int[] prompt, List<int[]> steps, int[] elicitation, int[] answer) {

  static TokenizedChain of(FinishedChain chain, Elicitation elicitation, Tokenizer tokenizer) {
    return new TokenizedChain(
        tokenizer.encodePrompt(chain.prompt()),
        chain.steps().stream().map(tokenizer::encode).toList(),
        tokenizer.encode(elicitation.text()),
        tokenizer.encode(" " + chain.answer() + "\n"));
  }

  /** Question, some steps, elicitation. */
  int[] question(StepSet set) {
    IntStream chain = set.indices().stream().map(steps::get).flatMapToInt(Arrays::stream);
    return IntStream.concat(
            IntStream.concat(Arrays.stream(prompt), chain), Arrays.stream(elicitation))
        .toArray();
  }

  /** Where some steps lie in {@link #question}, in their order. */
  List<TokenSpan> spans(StepSet set) {
    List<TokenSpan> spans = new ArrayList<>();
    int at = prompt.length;
    for (int step : set.indices()) {
      spans.add(new TokenSpan(at, at + steps.get(step).length));
      at += steps.get(step).length;
    }
    return spans;
  }

  /** Tokens of the longest question with its answer. */
  int longest() {
    return question(StepSet.of(IntStream.range(0, steps.size()))).length + answer.length;
  }
}
