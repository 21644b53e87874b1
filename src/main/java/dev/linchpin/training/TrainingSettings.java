package dev.linchpin.training;

import java.util.Objects;

/**
 * What to train and how. The same settings and steps give the same probe.
 *
 * @param kind linear or MLP
 * @param hyperparameters how weights are found
 * @param precision asked of flags
 * @param seed of the first weights and the order of steps
 */
public record TrainingSettings(
    ProbeKind kind, Hyperparameters hyperparameters, FlagPrecision precision, long seed) {
  public TrainingSettings {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(hyperparameters, "hyperparameters");
    Objects.requireNonNull(precision, "precision");
  }

  /** The paper's hyper-parameters and the default precision. */
  public static TrainingSettings of(ProbeKind kind, long seed) {
    return new TrainingSettings(kind, Hyperparameters.PAPER, FlagPrecision.DEFAULT, seed);
  }
}
