package dev.linchpin.ablation;

import dev.linchpin.ablation.Likelihood.Part;
import dev.linchpin.lm.BatchGenerator.Limits;
import dev.linchpin.lm.BatchReading;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.Completion;
import dev.linchpin.lm.Sampler;
import dev.linchpin.lm.TokenSpan;
import dev.linchpin.reasoning.AnswerMatcher;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.wire.ChainAblated.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Asks the model about parts of one chain. What was asked once is not asked again; the draws depend
 * on seed, chain and steps alone, whatever else is asked beside them. For one thread.
 */
final class Trial {
  /** Completions side by side, at most. */
  private static final int BATCH = 64;

  private final CausalLm model;
  private final TokenizedChain chain;
  private final FinishedChain text;
  private final Settings settings;
  private final Limits limits;
  private final Map<StepSet, Answers> known = new HashMap<>();
  private long passes;

  /**
   * What the model says to some steps.
   *
   * @param right share of right completions
   * @param likelihood of the steps
   */
  private record Answers(double right, Likelihood likelihood) {}

  Trial(CausalLm model, FinishedChain text, TokenizedChain chain, Settings settings, int tokens) {
    this.model = model;
    this.text = text;
    this.chain = chain;
    this.settings = settings;
    this.limits = new Limits(BATCH, tokens, model.config().eosTokens());
  }

  /**
   * Asks about several sets side by side, so that later questions about them cost nothing. An
   * interrupted thread asks no more.
   *
   * @throws CancellationException if the thread is interrupted
   */
  void ask(List<StepSet> sets) {
    List<StepSet> unknown =
        sets.stream().distinct().filter(set -> !known.containsKey(set)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    leaveIfInterrupted();
    List<int[]> questions = unknown.stream().map(chain::question).toList();
    try (BatchReading reading = BatchReading.of(model, questions)) {
      List<List<Completion>> completions =
          reading.complete(unknown.stream().map(this::samplers).toList(), limits);
      float[][] answers = reading.logProbabilitiesOf(chain.answer());
      for (int i = 0; i < unknown.size(); i++) {
        Likelihood likelihood = likelihood(unknown.get(i), reading.logProbabilities(i), answers[i]);
        known.put(unknown.get(i), new Answers(right(completions.get(i)), likelihood));
      }
      passes += reading.passes();
    }
  }

  private static void leaveIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the chain is left to others");
    }
  }

  /** Share of the completions that give the right answer, in [0, 1]. */
  double sufficiency(StepSet set) {
    return answers(set).right();
  }

  Likelihood likelihood(StepSet set) {
    return answers(set).likelihood();
  }

  private Answers answers(StepSet set) {
    ask(List.of(set));
    return known.get(set);
  }

  /** Perplexity of elicitation and answer straight after the question. */
  double directPerplexity() {
    Likelihood direct = likelihood(new StepSet(List.of()));
    return Math.exp(-direct.answer().mean());
  }

  /** Influence of the steps of a set on each other and, if it counts as a step, the answer. */
  StepInfluence influence(StepSet set) {
    int[] tokens = chain.question(set);
    List<TokenSpan> parts = chain.spans(set);
    if (settings.measure() == AttainabilityMeasure.WORST_STEP) {
      int answerFrom = tokens.length;
      tokens = joined(tokens, chain.answer());
      parts.add(new TokenSpan(answerFrom, tokens.length));
    }
    passes += model.influencePasses(tokens.length, parts.size());
    return new StepInfluence(set, model.influence(tokens, parts));
  }

  private static int[] joined(int[] start, int[] end) {
    int[] joined = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, joined, start.length, end.length);
    return joined;
  }

  /** Passes of the model so far, each over one batch. */
  long passes() {
    return passes;
  }

  private List<Sampler> samplers(StepSet set) {
    long own = settings.seed() + 31L * text.chainId().hashCode();
    SplittableRandom seeds = new SplittableRandom(own ^ ((long) set.hashCode() << 32));
    return IntStream.range(0, settings.completions())
        .mapToObj(k -> Sampler.of(settings.temperature(), settings.topP(), seeds.nextLong()))
        .toList();
  }

  private double right(List<Completion> completions) {
    return completions.stream()
            .filter(c -> AnswerMatcher.matches(answer(c), text.answerKey()))
            .count()
        / (double) completions.size();
  }

  private String answer(Completion completion) {
    return model.tokenizer().decode(completion.tokens());
  }

  /**
   * How likely some steps and the answer are.
   *
   * @param question log-probabilities of the question about them
   * @param answer log-probabilities of the answer's tokens
   */
  private Likelihood likelihood(StepSet set, float[] question, float[] answer) {
    Map<Integer, Part> steps = new LinkedHashMap<>();
    List<TokenSpan> spans = chain.spans(set);
    for (int i = 0; i < spans.size(); i++) {
      steps.put(set.indices().get(i), part(question, spans.get(i).start(), spans.get(i).end()));
    }
    int asked = chain.elicitation().length;
    Part elicited = part(question, question.length - asked, question.length);
    Part given = part(answer, 0, answer.length);
    return new Likelihood(
        steps, new Part(elicited.sum() + given.sum(), elicited.tokens() + given.tokens()));
  }

  private static Part part(float[] values, int start, int end) {
    return new Part(IntStream.range(start, end).mapToDouble(t -> values[t]).sum(), end - start);
  }
}
