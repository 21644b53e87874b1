package dev.linchpin.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.ablation.GreedyAnswers;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.ChainGenerator;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.ForwardPass;
import dev.linchpin.wire.ChainAblated.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** A model under study: observed, read, asked and taken apart. Safe for use by several threads. */
public final class Subject implements AutoCloseable {
  private static final int COMPLETIONS = 5;
  private static final double SUFFICIENCY = 0.8;

  private final CausalLm lm;
  private final CheckpointModel model;
  private final Asking asking;

  private Subject(CausalLm lm, Asking asking) {
    this.lm = lm;
    this.model = CheckpointModel.of(lm);
    this.asking = asking;
  }

  /** Loads a model and asks it so. */
  public static Subject load(Path folder, Asking asking) {
    return new Subject(CausalLm.load(folder), asking);
  }

  /** Loads one that was trained on puzzles. */
  public static Subject reasoner(Path folder) {
    return load(folder, Asking.OF_REASONERS);
  }

  /** A model of the same shape and tokenizer that has learnt nothing, closed by its own. */
  public Subject untrained(long seed) {
    return new Subject(lm.untrained(seed), asking);
  }

  public CheckpointModel model() {
    return model;
  }

  /** Observes this model; a step's activations are pooled so. */
  public ChainObserver observer(Pooling pooling) {
    CaptureSettings capture = new CaptureSettings(asking.marker(), pooling, NumberFormat.F32);
    return new ChainObserver(
        new ChainGenerator(model, capture, Clock.systemUTC()), asking.maxNewTokens());
  }

  /** Chains about problems, sampled as the paper samples. */
  public List<ObservedChain> sampled(
      List<Problem> problems, long seed, Pooling pooling, IntConsumer progress) {
    return observer(pooling).observe(problems, Drawing.asInThePaper(seed), progress);
  }

  /**
   * Takes this model's chains apart with the paper's settings.
   *
   * @param attainability demanded of what is left
   * @param seed of the questions
   */
  public Ablation ablation(Way way, double attainability, long seed) {
    Drawing drawing = Drawing.asInThePaper(seed);
    Settings settings =
        new Settings(
            way.method(),
            way.measure(),
            COMPLETIONS,
            drawing.temperature(),
            drawing.topP(),
            seed,
            SUFFICIENCY,
            attainability);
    return new Ablation(lm, settings, asking.elicitation());
  }

  /**
   * Likeliest answers when a model has seen only some steps.
   *
   * @param asked each a question with what follows it
   */
  public List<String> answers(List<String> asked) {
    List<String> prompts = asked.stream().map(text -> text + asking.elicitation().text()).toList();
    return new GreedyAnswers(lm, asking.elicitation().maxAnswerTokens()).continuations(prompts);
  }

  /** A step read by the model without its chain: mean residual stream {@code [layers * hidden]}. */
  public float[] alone(String stepText) {
    int[] tokens = lm.tokenizer().encodePrompt(stepText);
    int[] step = lm.tokenizer().encode(stepText);
    return flat(lm.forward(tokens).mean(tokens.length - step.length, tokens.length));
  }

  /** A finished chain, anybody's, read by this model: each step by its own tokens. */
  public List<StepReading> read(ObservedChain chain) {
    int[] prompt = lm.tokenizer().encodePrompt(chain.problem().text());
    List<int[]> steps = chain.texts().stream().map(lm.tokenizer()::encode).toList();
    int[] tokens = joined(prompt, steps);
    float[] logProbabilities = lm.logProbabilities(tokens);
    ForwardPass pass = lm.forward(tokens);
    List<StepReading> readings = new ArrayList<>();
    int at = prompt.length;
    for (int[] step : steps) {
      int end = at + step.length;
      readings.add(
          new StepReading(
              flat(pass.mean(at, end)),
              flat(pass.mean(at, at + 1)),
              flat(pass.mean(at + step.length / 2, at + step.length / 2 + 1)),
              flat(pass.mean(end - 1, end)),
              Arrays.copyOfRange(logProbabilities, at - 1, end - 1)));
      at = end;
    }
    return readings;
  }

  private static int[] joined(int[] prompt, List<int[]> steps) {
    int[] tokens =
        Arrays.copyOf(prompt, prompt.length + steps.stream().mapToInt(s -> s.length).sum());
    int at = prompt.length;
    for (int[] step : steps) {
      System.arraycopy(step, 0, tokens, at, step.length);
      at += step.length;
    }
    return tokens;
  }

  private static float[] flat(float[][] layers) {
    float[] flat = new float[layers.length * layers[0].length];
    for (int layer = 0; layer < layers.length; layer++) {
      System.arraycopy(layers[layer], 0, flat, layer * layers[layer].length, layers[layer].length);
    }
    return flat;
  }

  @Override
  public void close() {
    model.close();
  }
}
