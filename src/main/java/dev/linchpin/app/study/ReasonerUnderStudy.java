package dev.linchpin.app.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.Elicitation;
import dev.linchpin.ablation.GreedyAnswers;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.PuzzleGenerator;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.wire.ChainAblated.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The reference reasoner, to be observed, asked and taken apart. */
final class ReasonerUnderStudy implements AutoCloseable {
  /** The text that makes the reasoner answer at once. */
  static final String ELICITATION = "Answer:";

  private static final int MAX_ANSWER_TOKENS = 24;
  private static final int COMPLETIONS = 5;
  private static final double SUFFICIENCY = 0.8;
  private static final double TEMPERATURE = 0.6;
  private static final double TOP_P = 0.95;

  private final CausalLm lm;
  private final CheckpointModel model;

  private ReasonerUnderStudy(CausalLm lm) {
    this.lm = lm;
    this.model = CheckpointModel.of(lm);
  }

  static ReasonerUnderStudy load(Path folder) {
    return new ReasonerUnderStudy(CausalLm.load(folder));
  }

  CheckpointModel model() {
    return model;
  }

  /** Puzzles of full difficulty. */
  static List<Puzzle> puzzles(int count, long seed) {
    PuzzleGenerator generator = new PuzzleGenerator(new Random(seed), Difficulty.FULL);
    return Stream.generate(generator::next).limit(count).toList();
  }

  ChainObserver observer(Pooling pooling, IntConsumer progress) {
    CaptureSettings capture =
        new CaptureSettings(AnswerMarker.parse("^" + ELICITATION), pooling, NumberFormat.F32);
    return new ChainObserver(new ChainGenerator(model, capture, Clock.systemUTC()), progress);
  }

  /** Chains about new puzzles, sampled as the paper samples. */
  List<ObservedChain> sampled(int chains, long seed, Pooling pooling, IntConsumer progress) {
    return observer(pooling, progress).observe(puzzles(chains, seed), TEMPERATURE, TOP_P, seed);
  }

  /**
   * Takes this reasoner's chains apart, as the paper does but for the measure.
   *
   * @param attainability demanded of what is left
   * @param seed of the questions
   */
  Ablation ablation(
      AblationMethod method, AttainabilityMeasure measure, double attainability, long seed) {
    Settings settings =
        new Settings(
            method, measure, COMPLETIONS, TEMPERATURE, TOP_P, seed, SUFFICIENCY, attainability);
    return new Ablation(lm, settings, new Elicitation(ELICITATION, MAX_ANSWER_TOKENS));
  }

  /** Answers to the bare questions, without any step. */
  List<String> answersWithoutChain(List<Puzzle> puzzles) {
    List<String> prompts = puzzles.stream().map(p -> p.question() + ELICITATION).toList();
    return new GreedyAnswers(lm, MAX_ANSWER_TOKENS).continuations(prompts);
  }

  /** A step read by the model without its chain: mean residual stream {@code [layers * hidden]}. */
  float[] aloneActivations(String stepText) {
    int[] tokens = lm.tokenizer().encodePrompt(stepText);
    int[] step = lm.tokenizer().encode(stepText);
    float[][] mean = lm.forward(tokens).mean(tokens.length - step.length, tokens.length);
    float[] flat = new float[lm.config().layers() * lm.config().hidden()];
    for (int layer = 0; layer < mean.length; layer++) {
      System.arraycopy(mean[layer], 0, flat, layer * mean[layer].length, mean[layer].length);
    }
    return flat;
  }

  /** Natural log-probability of the first token of each of a chain's steps. */
  double[] firstTokenLogProbabilities(ObservedChain chain) {
    StringBuilder text = new StringBuilder(chain.puzzle().question());
    chain.steps().forEach(step -> text.append(step.text()));
    float[] values = lm.logProbabilities(lm.tokenizer().encodePrompt(text.toString()));
    return chain.steps().stream().mapToDouble(step -> values[step.firstToken() - 1]).toArray();
  }

  @Override
  public void close() {
    model.close();
  }
}
