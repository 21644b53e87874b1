package dev.linchpin.reasoner;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.linchpin.reasoner.ChainWriter.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Trains a reasoner from nothing. */
public final class PreTrainer {
  private static final long HELD_OUT_SEED = 999;
  private static final int HELD_OUT_CHAINS = 64;
  private static final int REPORT_EVERY = 100;

  private final ReasonerShape shape;
  private final PreTraining settings;
  private final Consumer<TrainingProgress> listener;

  /** A run with its settings; {@code listener} hears of progress every 100 steps. */
  public PreTrainer(
      ReasonerShape shape, PreTraining settings, Consumer<TrainingProgress> listener) {
    this.shape = shape;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Trains and hands over the weights, which are valid only during the call.
   *
   * @param weights hears of the trained weights under their Hugging Face names
   */
  public void run(Consumer<Map<String, NDArray>> weights) {
    Engine.getInstance().setRandomSeed((int) settings.seed());
    try (NDManager manager = NDManager.newBaseManager()) {
      TrainableTransformer model =
          new TrainableTransformer(manager, shape, InitialWeights.draw(manager, shape));
      train(manager, model);
      weights.accept(model.weights());
    }
  }

  private void train(NDManager manager, TrainableTransformer model) {
    List<Written> heldOut = heldOut();
    Curriculum curriculum = new Curriculum(settings.seed(), settings.batchSize());
    double[] learningRate = new double[1];
    Optimizer optimizer = optimizer(learningRate);
    long start = System.nanoTime();
    long tokens = 0;
    double loss = 0;
    for (int step = 0; step < settings.steps(); step++) {
      TrainingBatch batch = curriculum.next(step / (double) settings.steps());
      learningRate[0] = settings.learningRate(step);
      loss += descend(manager, model, batch, optimizer);
      tokens += batch.tokens();
      if ((step + 1) % REPORT_EVERY == 0) {
        Skills skills = Skills.measure(manager, model, heldOut);
        double seconds = (System.nanoTime() - start) / 1e9;
        listener.accept(
            new TrainingProgress(
                step + 1, settings.steps(), tokens, loss / REPORT_EVERY, seconds, skills));
        loss = 0;
      }
    }
  }

  private static float descend(
      NDManager manager, TrainableTransformer model, TrainingBatch batch, Optimizer optimizer) {
    float value;
    try (NDScope scope = new NDScope()) {
      NDArray loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        loss = batch.loss(manager, model.logits(batch.ids(manager)));
        collector.backward(loss);
      }
      value = loss.getFloat();
      scope.suppressNotUsedWarning();
    }
    update(model, optimizer);
    return value;
  }

  /** Outside the scope of the step: the optimiser's state is made here and must live on. */
  private static void update(TrainableTransformer model, Optimizer optimizer) {
    for (Map.Entry<String, NDArray> weight : model.weights().entrySet()) {
      try (NDArray gradient = weight.getValue().getGradient()) {
        optimizer.update(weight.getKey(), weight.getValue(), gradient);
      }
    }
  }

  private static Optimizer optimizer(double[] learningRate) {
    return Optimizer.adamW()
        .optLearningRateTracker(
            new Tracker() {
              @Override
              public float getNewValue(int updates) {
                return (float) learningRate[0];
              }
            })
        .optBeta2(0.98f)
        .optWeightDecays(0.02f)
        .optClipGrad(1f)
        .build();
  }

  private static List<Written> heldOut() {
    Random random = new Random(HELD_OUT_SEED);
    PuzzleGenerator puzzles = new PuzzleGenerator(random, Difficulty.FULL);
    ChainWriter writer = new ChainWriter(random);
    List<Written> chains = new ArrayList<>();
    for (int i = 0; i < HELD_OUT_CHAINS; i++) {
      chains.add(writer.write(puzzles.next()));
    }
    return chains;
  }
}
