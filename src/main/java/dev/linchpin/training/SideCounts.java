package dev.linchpin.training;

import java.util.stream.IntStream;

/**
 * What one side of a split holds.
 *
 * @param chains chains with a labelled step
 * @param important steps that are important
 * @param removable steps that are not
 */
public record SideCounts(int chains, int important, int removable) {
  static SideCounts of(Examples examples) {
    int size = examples.size();
    int important = (int) IntStream.range(0, size).filter(examples::important).count();
    long chains = IntStream.range(0, size).mapToObj(examples::chainId).distinct().count();
    return new SideCounts((int) chains, important, size - important);
  }

  /** All steps. */
  public int steps() {
    return important + removable;
  }

  boolean hasBothClasses() {
    return important > 0 && removable > 0;
  }
}
