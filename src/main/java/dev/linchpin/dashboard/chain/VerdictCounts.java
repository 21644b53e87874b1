package dev.linchpin.dashboard.chain;

import dev.linchpin.reasoning.Verdict;

/**
 * How many steps of a chain got which verdict from the champion.
 *
 * @param important steps that hold the answer up
 * @param uncertain steps between the thresholds
 * @param removable steps that could be taken out
 */
public record VerdictCounts(int important, int uncertain, int removable) {
  static final VerdictCounts NONE = new VerdictCounts(0, 0, 0);

  VerdictCounts plus(Verdict verdict) {
    return switch (verdict) {
      case IMPORTANT -> new VerdictCounts(important + 1, uncertain, removable);
      case UNCERTAIN -> new VerdictCounts(important, uncertain + 1, removable);
      case REMOVABLE -> new VerdictCounts(important, uncertain, removable + 1);
    };
  }

  int of(Verdict verdict) {
    return switch (verdict) {
      case IMPORTANT -> important;
      case UNCERTAIN -> uncertain;
      case REMOVABLE -> removable;
    };
  }
}
