package dev.linchpin.training;

/**
 * How weights are found: AdamW on binary cross-entropy, the learning rate falling to 0 along a
 * cosine.
 *
 * @param hiddenUnits width of an MLP's hidden layer
 * @param learningRate at the start
 * @param weightDecay decoupled, per unit of learning rate
 * @param batchSize steps per update
 * @param epochs passes over the balanced training side
 */
public record Hyperparameters(
    int hiddenUnits, float learningRate, float weightDecay, int batchSize, int epochs) {
  /** Those of arXiv 2604.18307. */
  public static final Hyperparameters PAPER = new Hyperparameters(128, 3e-4f, 1e-4f, 32, 30);

  public Hyperparameters {
    if (hiddenUnits < 1 || batchSize < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "expected hiddenUnits, batchSize and epochs >= 1, got %d, %d and %d"
              .formatted(hiddenUnits, batchSize, epochs));
    }
    if (!(learningRate > 0 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "expected learningRate > 0 and weightDecay >= 0, got %s and %s"
              .formatted(learningRate, weightDecay));
    }
  }
}
