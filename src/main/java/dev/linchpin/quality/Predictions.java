package dev.linchpin.quality;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores beside the truth.
 *
 * @param scores {@code [n]}, no NaN; probabilities in [0, 1] for {@link #brier} and {@link
 *     #calibrationError}, any number elsewhere
 * @param positive {@code [n]}, whether each is truly positive
 */
public record Predictions(double[] scores, boolean[] positive) {
  public Predictions {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "expected as many labels as scores, got %d scores and %d labels"
              .formatted(scores.length, positive.length));
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("expected numbers as scores, got NaN");
    }
  }

  /** Number of predictions. */
  public int size() {
    return scores.length;
  }

  /** Number of truly positive ones. */
  public int positives() {
    return (int) IntStream.range(0, size()).filter(i -> positive[i]).count();
  }

  /** The predictions at the given indices, in their order; an index may occur more than once. */
  public Predictions select(int[] indices) {
    double[] selected = new double[indices.length];
    boolean[] labels = new boolean[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = scores[indices[i]];
      labels[i] = positive[indices[i]];
    }
    return new Predictions(selected, labels);
  }

  /**
   * Probability that a positive scores higher than a negative, ties counting half; NaN if a class
   * is absent.
   */
  public double auroc() {
    double positives = positives();
    return twiceWonPairs() / 2 / (positives * (size() - positives));
  }

  /** Counts when scores from {@code threshold} on are called positive. */
  public Confusion atLeast(double threshold) {
    int[] counts = new int[4];
    for (int i = 0; i < size(); i++) {
      counts[(scores[i] >= threshold ? 2 : 0) + (positive[i] ? 1 : 0)]++;
    }
    return new Confusion(counts[3], counts[2], counts[0], counts[1]);
  }

  /** Mean squared difference of probability and truth, in [0, 1]; NaN without predictions. */
  public double brier() {
    return IntStream.range(0, size())
        .mapToDouble(i -> scores[i] - truth(i))
        .map(error -> error * error)
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Expected calibration error over 10 bins of equal width: mean over the predictions of the
   * distance between their bin's mean probability and its share of positives, in [0, 1]; NaN
   * without predictions.
   */
  public double calibrationError() {
    double[] excess = new double[CalibrationBin.BINS];
    for (int i = 0; i < size(); i++) {
      excess[CalibrationBin.index(scores[i])] += scores[i] - truth(i);
    }
    return Arrays.stream(excess).map(Math::abs).sum() / size();
  }

  private double truth(int index) {
    return positive[index] ? 1 : 0;
  }

  /** Twice the pairs in which the positive scores higher, plus those in which both tie. */
  private double twiceWonPairs() {
    double[] positives = sorted(true);
    double[] negatives = sorted(false);
    double twice = 0;
    int below = 0;
    int upTo = 0;
    for (double score : positives) {
      while (below < negatives.length && negatives[below] < score) {
        below++;
      }
      while (upTo < negatives.length && negatives[upTo] <= score) {
        upTo++;
      }
      twice += below + upTo;
    }
    return twice;
  }

  private double[] sorted(boolean truth) {
    return IntStream.range(0, size())
        .filter(i -> positive[i] == truth)
        // Zero and minus zero are one score, and sort as two.
        .mapToDouble(i -> scores[i] + 0.0)
        .sorted()
        .toArray();
  }
}
