package dev.linchpin.probe;

import dev.linchpin.reasoning.Verdict;

/**
 * The two thresholds of a probe, both in [0, 1].
 *
 * @param removableAtMost scores up to this are {@link Verdict#REMOVABLE}
 * @param importantAtLeast scores from this on are {@link Verdict#IMPORTANT}
 */
public record Thresholds(double removableAtMost, double importantAtLeast) {
  public Thresholds {
    if (!(0 <= removableAtMost && removableAtMost < importantAtLeast && importantAtLeast <= 1)) {
      throw new IllegalArgumentException(
          "expected 0 <= removableAtMost < importantAtLeast <= 1, got "
              + removableAtMost
              + " and "
              + importantAtLeast);
    }
  }

  /**
   * The verdict on a score.
   *
   * @param score calibrated probability in [0, 1]
   */
  public Verdict verdict(double score) {
    if (score <= removableAtMost) {
      return Verdict.REMOVABLE;
    }
    return score >= importantAtLeast ? Verdict.IMPORTANT : Verdict.UNCERTAIN;
  }
}
