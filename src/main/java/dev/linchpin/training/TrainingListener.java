package dev.linchpin.training;

/** Hears how training goes. */
@FunctionalInterface
public interface TrainingListener {
  /** Does not listen. */
  TrainingListener NONE = progress -> {};

  /** An epoch has ended. */
  void epochEnded(Progress progress);

  /** A batch has ended; what this throws ends the training. */
  default void batchEnded() {}

  /**
   * State after an epoch.
   *
   * @param epoch from 1
   * @param epochs how many there will be
   * @param trainLoss mean cross-entropy of the epoch's batches, in nats
   * @param validationAuroc AUROC on the validation side
   */
  record Progress(int epoch, int epochs, double trainLoss, double validationAuroc) {}
}
