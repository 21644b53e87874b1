package dev.linchpin.training;

import java.util.List;

/**
 * What one side of a split holds.
 *
 * @param chains chains with a labelled step
 * @param important steps that are important
 * @param removable steps that are not
 */
public record SideCounts(int chains, int important, int removable) {
  static SideCounts of(List<LabelledStep> steps) {
    int important = (int) steps.stream().filter(LabelledStep::important).count();
    long chains = steps.stream().map(step -> step.step().chainId()).distinct().count();
    return new SideCounts((int) chains, important, steps.size() - important);
  }

  /** All steps. */
  public int steps() {
    return important + removable;
  }

  boolean hasBothClasses() {
    return important > 0 && removable > 0;
  }
}
