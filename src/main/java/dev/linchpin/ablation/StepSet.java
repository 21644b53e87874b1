package dev.linchpin.ablation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some of a chain's steps, in their order.
 *
 * @param indices positions in the chain, ascending
 */
record StepSet(List<Integer> indices) {
  StepSet {
    indices = List.copyOf(indices);
  }

  static StepSet of(IntStream indices) {
    return new StepSet(indices.distinct().sorted().boxed().collect(Collectors.toList()));
  }

  StepSet without(int step) {
    return new StepSet(indices.stream().filter(i -> i != step).toList());
  }

  /** The first {@code size} of them. */
  StepSet first(int size) {
    return new StepSet(indices.subList(0, size));
  }

  boolean contains(int step) {
    return indices.contains(step);
  }

  int size() {
    return indices.size();
  }
}
