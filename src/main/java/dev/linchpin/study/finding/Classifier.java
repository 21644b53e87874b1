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
 */
record Classifier(ProbeKind kind, int hiddenUnits) {
  private static final int UPDATES = 600;
  private static final float LARGEST_LEARNING_RATE = 3e-3f;

  static Classifier linear() {
    return new Classifier(ProbeKind.LINEAR, 1);
  }

  static Classifier mlp(int hiddenUnits) {
    return new Classifier(ProbeKind.MLP, hiddenUnits);
  }

  /**
   * The paper's settings but for the width, and for two learning rates: the paper's standard one,
   * with which few inputs never leave their first weights, and the largest one that it tried. The
   * paper has tens of thousands of steps, so that its 30 epochs are long; with fewer there are as
   * many epochs as make {@value #UPDATES} updates.
   *
   * @param trained balanced steps of an epoch
   */
  List<TrainingSettings> settings(long seed, int trained) {
    Hyperparameters paper = Hyperparameters.PAPER;
    int updatesOfEpoch = Math.max(1, trained / paper.batchSize());
    int epochs = Math.max(paper.epochs(), (UPDATES + updatesOfEpoch - 1) / updatesOfEpoch);
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
