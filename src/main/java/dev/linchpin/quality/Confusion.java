package dev.linchpin.quality;

/**
 * Counts of right and wrong verdicts.
 *
 * @param truePositives positives called positive
 * @param falsePositives negatives called positive
 * @param trueNegatives negatives called negative
 * @param falseNegatives positives called negative
 */
public record Confusion(
    int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

  /** Share of right verdicts; NaN without any. */
  public double accuracy() {
    int right = truePositives + trueNegatives;
    return (double) right / (right + falsePositives + falseNegatives);
  }

  /** Mean of the two classes' recalls; NaN if a class is absent. */
  public double balancedAccuracy() {
    return (recall() + inverted().recall()) / 2;
  }

  /** Share of positives among those called positive; NaN if none is called so. */
  public double precision() {
    return (double) truePositives / called();
  }

  /** Share of the positives that are called positive; NaN without positives. */
  public double recall() {
    return (double) truePositives / (truePositives + falseNegatives);
  }

  /** How many are called positive. */
  public int called() {
    return truePositives + falsePositives;
  }

  /** The same verdicts with the classes' names exchanged. */
  public Confusion inverted() {
    return new Confusion(
        /* truePositives= */ trueNegatives,
        /* falsePositives= */ falseNegatives,
        /* trueNegatives= */ truePositives,
        /* falseNegatives= */ falsePositives);
  }
}
