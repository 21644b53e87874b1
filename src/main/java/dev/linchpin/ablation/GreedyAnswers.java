package dev.linchpin.ablation;

import dev.linchpin.lm.BatchGenerator;
import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchGenerator.Prompt;
import dev.linchpin.lm.Capture;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.Completion;
import dev.linchpin.lm.Sampler;
import java.util.List;

/** Asks a model for the likeliest continuation of many texts, side by side. */
public final class GreedyAnswers {
  private static final int BATCH = 32;

  private final CausalLm model;
  private final BatchGenerator generator;

  /** At most {@code maxTokens} tokens are generated for each text. */
  public GreedyAnswers(CausalLm model, int maxTokens) {
    this.model = model;
    Limits limits = new Limits(BATCH, maxTokens, model.config().eosTokens());
    this.generator = new BatchGenerator(model, limits, Capture.NONE);
  }

  /** The continuation of each text, in their order. */
  public List<String> continuations(List<String> texts) {
    List<Prompt> prompts =
        texts.stream()
            .map(text -> new Prompt(model.tokenizer().encodePrompt(text), Sampler.greedy()))
            .toList();
    return generator.generate(prompts).stream().map(this::text).toList();
  }

  private String text(Completion completion) {
    return model.tokenizer().decode(completion.tokens());
  }
}
