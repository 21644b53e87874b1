package dev.linchpin.study.finding;

import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.TrainingSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is trained on features.
 *
 * @param kind linear, or one hidden layer
 * @param hiddenUnits its width; of no meaning for a linear one
 * @param updates fewest updates of its weights
 */
record Classifier(ProbeKind kind, int hiddenUnits, int updates) {
  private static final float LARGEST_LEARNING_RATE = 3e-3f;

  /**
   * The paper's settings but for the width, and for two learning rates: the paper's standard one,
   * with which few inputs never leave their first weights, and the largest one that it tried. The
   * paper has tens of thousands of steps, so that its 30 epochs are long; with fewer there are as
   * many epochs as the updates take.
   *
   * @param trained balanced steps of an epoch
   */
  List<TrainingSettings> settings(long seed, int trained) {
    Hyperparameters paper = Hyperparameters.PAPER;
    int updatesOfEpoch = Math.max(1, trained / paper.batchSize());
    int epochs = Math.max(paper.epochs(), (updates + updatesOfEpoch - 1) / updatesOfEpoch);
    return Stream.of(paper.learningRate(), LARGEST_LEARNING_RATE)
        .map(
            rate ->
                new Hyperparameters(
                    hiddenUnits, rate, paper.weightDecay(), paper.batchSize(), epochs))
        .map(h -> new TrainingSettings(kind, h, FlagPrecision.DEFAULT, seed))
        .toList();
  }

  @Override
  public String toString() {
    return kind == ProbeKind.LINEAR ? "linear" : "MLP " + hiddenUnits;
  }
}
