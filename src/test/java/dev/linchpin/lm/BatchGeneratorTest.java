package dev.linchpin.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchGenerator.Prompt;
import dev.linchpin.lm.Completion.Finish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class BatchGeneratorTest {

  private static final int FULL_STOP = 426;

  private static CausalLm model;

  private final Golden golden = new Golden();

  @BeforeAll
  static void load() {
    model = CausalLm.load(Golden.FOLDER);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void shouldContinueEachPromptAsAlone() {
    List<int[]> prompts = prompts(11);
    List<Completion> together =
        generator(4, 40, Set.of(), Capture.NONE).generate(asked(prompts, seed -> greedy()));

    List<int[]> alone = prompts.stream().map(prompt -> decodeGreedily(prompt, 40)).toList();
    assertThat(together).extracting(Completion::tokens).containsExactlyElementsOf(alone);
    assertThat(together).extracting(Completion::finish).containsOnly(Finish.LENGTH);
  }

  @Test
  void shouldLetRowsLeaveAtTheirStopToken() {
    List<int[]> prompts = prompts(6);
    List<Completion> endless =
        generator(6, 60, Set.of(), Capture.NONE).generate(asked(prompts, seed -> greedy()));
    int stop = endless.get(2).tokens()[7];

    List<Completion> stopped =
        generator(6, 60, Set.of(stop), Capture.NONE).generate(asked(prompts, seed -> greedy()));

    for (int i = 0; i < prompts.size(); i++) {
      assertThat(stopped.get(i).tokens()).isEqualTo(until(stop, endless.get(i).tokens()));
    }
    assertThat(stopped.get(2).finish()).isEqualTo(Finish.STOP);
  }

  @Test
  void shouldSampleEachPromptWithItsOwnSeed() {
    List<int[]> prompts = prompts(5);
    IntFunction<Sampler> samplers = seed -> Sampler.nucleus(0.6, 0.95, seed);

    List<Completion> together =
        generator(5, 20, Set.of(), Capture.NONE).generate(asked(prompts, samplers));
    List<Completion> alone =
        generator(1, 20, Set.of(), Capture.NONE).generate(asked(prompts, samplers));

    assertThat(together)
        .extracting(Completion::tokens)
        .containsExactlyElementsOf(alone.stream().map(Completion::tokens).toList());
  }

  @Test
  void shouldCaptureResidualsFromTheLastPromptTokenToTheLastToken() {
    List<int[]> prompts = prompts(5);
    List<Completion> completions =
        generator(3, 12, Set.of(), Capture.RESIDUALS).generate(asked(prompts, seed -> greedy()));

    for (int i = 0; i < prompts.size(); i++) {
      assertThat(completions.get(i).residuals()).hasNumberOfRows(13);
      assertResiduals(prompts.get(i), completions.get(i));
    }
  }

  @Test
  void shouldReportLogProbabilitiesUnderTheModel() {
    int[] prompt = prompts(1).get(0);
    Completion completion =
        generator(1, 5, Set.of(), Capture.NONE)
            .generate(asked(List.of(prompt), s -> greedy()))
            .get(0);

    float[] logits = model.forward(concat(prompt, completion.tokens(), 4)).logits();
    double expected = Logits.logProbability(logits, completion.tokens()[4]);
    assertThat(completion.logProbabilities()[4]).isCloseTo(expected, within(1e-4));
  }

  @Test
  void shouldEndWhereTheModelEnds() {
    int[] prompt = new int[model.config().maxPositions() - 3];
    Arrays.fill(prompt, FULL_STOP);
    Completion completion =
        generator(2, 10, Set.of(), Capture.RESIDUALS)
            .generate(asked(List.of(prompt), s -> greedy()))
            .get(0);

    assertThat(completion.tokens()).hasSize(3);
    assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
  }

  private void assertResiduals(int[] prompt, Completion completion) {
    int[] all = concat(prompt, completion.tokens(), completion.tokens().length);
    ForwardPass pass = model.forward(all);
    for (int i = 0; i < completion.residuals().length; i++) {
      assertThat(completion.residuals()[i])
          .containsExactly(ResidualStream.at(pass, prompt.length - 1 + i), within(1e-4f));
    }
  }

  private static BatchGenerator generator(
      int batchSize, int maxNewTokens, Set<Integer> stop, Capture capture) {
    return new BatchGenerator(model, new Limits(batchSize, maxNewTokens, stop), capture);
  }

  private static Sampler greedy() {
    return Sampler.greedy();
  }

  private static List<Prompt> asked(List<int[]> prompts, IntFunction<Sampler> samplers) {
    return IntStream.range(0, prompts.size())
        .mapToObj(i -> new Prompt(prompts.get(i), samplers.apply(i)))
        .toList();
  }

  /** Prompts of different lengths: beginnings of a story, the last token changed at random. */
  private List<int[]> prompts(int count) {
    Random random = new Random(5);
    List<int[]> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] prompt = Arrays.copyOf(golden.greedyTokens(), 1 + random.nextInt(90));
      prompt[prompt.length - 1] = 3 + random.nextInt(500);
      prompts.add(prompt);
    }
    return prompts;
  }

  private static int[] decodeGreedily(int[] prompt, int count) {
    int[] tokens = new int[count];
    try (Decoding decoding = model.decode()) {
      decoding.feed(prompt);
      for (int i = 0; i < count; i++) {
        tokens[i] = greedy().draw(decoding.logits()).token();
        decoding.feed(tokens[i]);
      }
    }
    return tokens;
  }

  private static int[] until(int stop, int[] tokens) {
    int end =
        IntStream.range(0, tokens.length)
            .filter(i -> tokens[i] == stop)
            .findFirst()
            .orElse(tokens.length - 1);
    return Arrays.copyOf(tokens, end + 1);
  }

  private static int[] concat(int[] prompt, int[] completion, int count) {
    return IntStream.concat(Arrays.stream(prompt), Arrays.stream(completion, 0, count)).toArray();
  }
}
