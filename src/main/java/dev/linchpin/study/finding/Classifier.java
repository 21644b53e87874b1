package dev.linchpin.study.finding;

import dev.linchpin.training.FlagPrecision;
import dev.linchpin.training.Hyperparameters;
import dev.linchpin.training.ProbeKind;
import dev.linchpin.training.TrainingSettings;

/**
 * What is trained on features.
 *
 * @param kind linear, or one hidden layer
 * @param hiddenUnits its width; of no meaning for a linear one
 */
record Classifier(ProbeKind kind, int hiddenUnits) {

  static Classifier linear() {
    return new Classifier(ProbeKind.LINEAR, 1);
  }

  static Classifier mlp(int hiddenUnits) {
    return new Classifier(ProbeKind.MLP, hiddenUnits);
  }

  /** Settings of the paper but for the width. */
  TrainingSettings settings(long seed) {
    Hyperparameters paper = Hyperparameters.PAPER;
    return new TrainingSettings(
        kind,
        new Hyperparameters(
            hiddenUnits,
            paper.learningRate(),
            paper.weightDecay(),
            paper.batchSize(),
            paper.epochs()),
        FlagPrecision.DEFAULT,
        seed);
  }

  @Override
  public String toString() {
    return kind == ProbeKind.LINEAR ? "linear" : "MLP " + hiddenUnits;
  }
}
