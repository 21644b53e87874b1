package dev.linchpin.ablation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each part of a prefix influences each later one. The parts are the steps and, where it
 * counts as a step, the answer.
 *
 * @param steps the prefix
 * @param matrix {@code [parts][parts]}, at [i][j] the influence of the i-th on the j-th
 */
record StepInfluence(StepSet steps, float[][] matrix) {

  /** Mean influence of a step of the prefix on the parts after it; 0 for the last. */
  double mean(int step) {
    return later(step).stream().mapToDouble(Float::doubleValue).average().orElse(0);
  }

  /** Influence of a step of the prefix on each part after it, the next one first. */
  List<Float> later(int step) {
    int i = steps.indices().indexOf(step);
    List<Float> later = new ArrayList<>();
    for (int j = i + 1; j < matrix.length; j++) {
      later.add(matrix[i][j]);
    }
    return later;
  }

  /**
   * From the last part backwards: of every part that is kept, those of its predecessors are kept
   * that together make up a share of the influence on it, the strongest first.
   *
   * @param share in (0, 1]
   */
  StepSet explaining(double share) {
    BitSet kept = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(matrix.length - 1));
    while (!open.isEmpty()) {
      int j = open.pop();
      if (!kept.get(j)) {
        kept.set(j);
        open.addAll(strongest(j, share));
      }
    }
    return StepSet.of(kept.stream().filter(i -> i < steps.size()).map(steps.indices()::get));
  }

  private List<Integer> strongest(int j, double share) {
    List<Integer> falling =
        IntStream.range(0, j)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -matrix[i][j]))
            .toList();
    double total = falling.stream().mapToDouble(i -> matrix[i][j]).sum();
    List<Integer> strongest = new ArrayList<>();
    double sum = 0;
    for (int i : falling) {
      if (share < 1 && sum >= share * total) {
        break;
      }
      strongest.add(i);
      sum += matrix[i][j];
    }
    return strongest;
  }
}
