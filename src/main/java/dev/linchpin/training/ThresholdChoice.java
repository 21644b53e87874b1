package dev.linchpin.training;

import dev.linchpin.probe.Thresholds;
import dev.linchpin.quality.Predictions;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Chooses the two thresholds that flag as many steps as the asked precision allows.
 *
 * <p>A step is flagged removable only with a score below one half and important only above, so the
 * verdicts never overlap however unequal the classes are. A precision that no threshold with at
 * least {@value #FEWEST_FLAGS} flags reaches leaves that verdict unused: its threshold is 0 or 1.
 */
final class ThresholdChoice {
  /** Fewer flags than this say nothing about precision. */
  static final int FEWEST_FLAGS = 10;

  private static final double EVEN = 0.5;

  private ThresholdChoice() {}

  /**
   * Chooses thresholds.
   *
   * @param validation calibrated probabilities of importance beside the truth
   */
  static Thresholds choose(Predictions validation, FlagPrecision precision) {
    int size = validation.size();
    double[] falling = Arrays.stream(validation.scores()).map(score -> -score).toArray();
    boolean[] removable = new boolean[size];
    for (int i = 0; i < size; i++) {
      removable[i] = !validation.positive()[i];
    }
    OptionalDouble removableAtMost =
        furthest(validation.scores(), removable, EVEN, precision.removable());
    OptionalDouble importantAtLeast =
        furthest(falling, validation.positive(), -EVEN, precision.important());
    return new Thresholds(removableAtMost.orElse(0), -importantAtLeast.orElse(-1));
  }

  /** The largest key below {@code limit} such that enough of the keys up to it are hits. */
  private static OptionalDouble furthest(
      double[] keys, boolean[] hit, double limit, double precision) {
    int[] order =
        IntStream.range(0, keys.length)
            .filter(i -> keys[i] < limit)
            .boxed()
            .sorted((a, b) -> Double.compare(keys[a], keys[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    OptionalDouble furthest = OptionalDouble.empty();
    int hits = 0;
    for (int i = 0; i < order.length; i++) {
      hits += hit[order[i]] ? 1 : 0;
      boolean tied = i + 1 < order.length && keys[order[i + 1]] == keys[order[i]];
      if (!tied && i + 1 >= FEWEST_FLAGS && hits >= precision * (i + 1)) {
        furthest = OptionalDouble.of(keys[order[i]]);
      }
    }
    return furthest;
  }
}
