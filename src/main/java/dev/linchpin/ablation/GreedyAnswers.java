package dev.linchpin.ablation;

import dev.linchpin.lm.BatchDecoding;
import dev.linchpin.lm.Capture;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Asks a model for the likeliest continuation of many texts, side by side. */
final class GreedyAnswers {
  private final CausalLm model;
  private final int maxTokens;

  /** At most {@code maxTokens} tokens are generated for each text. */
  GreedyAnswers(CausalLm model, int maxTokens) {
    this.model = model;
    this.maxTokens = maxTokens;
  }

  /** The continuation of each text, in their order. */
  List<String> continuations(List<String> texts) {
    int[][] prompts = texts.stream().map(model.tokenizer()::encodePrompt).toArray(int[][]::new);
    List<List<Integer>> generated = new ArrayList<>();
    texts.forEach(text -> generated.add(new ArrayList<>()));
    try (BatchDecoding decoding = model.decodeBatch(prompts.length, Capture.NONE)) {
      decoding.feed(prompts);
      extend(decoding, generated);
    }
    return generated.stream().map(this::text).toList();
  }

  private void extend(BatchDecoding decoding, List<List<Integer>> generated) {
    int[] texts = IntStream.range(0, decoding.rows()).toArray();
    for (int i = 0; i < maxTokens; i++) {
      int[] chosen = IntStream.range(0, decoding.rows()).map(r -> likeliest(decoding, r)).toArray();
      int[] open =
          IntStream.range(0, chosen.length)
              .filter(r -> !model.config().eosTokens().contains(chosen[r]))
              .toArray();
      if (open.length == 0) {
        return;
      }
      texts = pick(texts, open);
      int[][] next = new int[open.length][];
      for (int row = 0; row < open.length; row++) {
        int token = chosen[open[row]];
        generated.get(texts[row]).add(token);
        next[row] = new int[] {token};
      }
      decoding.keep(open);
      decoding.feed(next);
    }
  }

  private static int[] pick(int[] values, int[] indices) {
    return IntStream.of(indices).map(i -> values[i]).toArray();
  }

  private static int likeliest(BatchDecoding decoding, int row) {
    return Sampler.greedy().draw(decoding.logits(row)).token();
  }

  private String text(List<Integer> tokens) {
    return model.tokenizer().decode(tokens.stream().mapToInt(Integer::intValue).toArray());
  }
}
