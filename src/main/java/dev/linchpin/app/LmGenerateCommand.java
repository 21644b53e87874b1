package dev.linchpin.app;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.lm.BatchGenerator;
import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchGenerator.Prompt;
import dev.linchpin.lm.Capture;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.Sampler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Greedy continuation of one prompt. */
@Command(
    name = "generate",
    description = "Continues tokens or a text greedily, to the model's end token at most.",
    mixinStandardHelpOptions = true)
final class LmGenerateCommand implements Runnable {

  @Mixin private LmInput input;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "128",
      description = "Most tokens after the prompt (default ${DEFAULT-VALUE}).")
  private int maxNewTokens;

  @Override
  public void run() {
    input.withModel(lm -> input.print(render(lm, generate(lm, input.tokens(lm)))));
  }

  /** Prompt and continuation. */
  private int[] generate(CausalLm lm, int[] prompt) {
    Limits limits = new Limits(1, maxNewTokens, lm.config().eosTokens());
    int[] continuation =
        new BatchGenerator(lm, limits, Capture.NONE)
            .generate(List.of(new Prompt(prompt, Sampler.greedy())))
            .get(0)
            .tokens();
    return IntStream.concat(Arrays.stream(prompt), Arrays.stream(continuation)).toArray();
  }

  private String render(CausalLm lm, int[] tokens) {
    if (input.isJson()) {
      return JsonLine.of(Map.of("tokens", tokens));
    }
    return input.isText() ? lm.tokenizer().decode(tokens) : commaSeparated(tokens);
  }

  private static String commaSeparated(int[] tokens) {
    return Arrays.stream(tokens).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }
}
