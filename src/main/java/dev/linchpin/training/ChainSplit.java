package dev.linchpin.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Labelled steps on three sides, no chain on two of them. A chain's side depends on its id and the
 * seed alone, so that it stays where it is when more chains come: a later probe is never tested on
 * what an earlier one was trained on.
 *
 * @param train for the weights
 * @param validation for the epoch, the calibration and the thresholds
 * @param test for the figures
 */
public record ChainSplit(
    List<LabelledStep> train, List<LabelledStep> validation, List<LabelledStep> test) {
  /** Expected share of the chains on the training side; two smaller sides share the rest. */
  public static final double TRAIN_SHARE = 0.7;

  private static final double VALIDATION_ENDS = TRAIN_SHARE + (1 - TRAIN_SHARE) / 2;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  public ChainSplit {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** Splits steps, keeping their order on each side. */
  public static ChainSplit of(List<LabelledStep> steps, long seed) {
    Map<Side, List<LabelledStep>> sides = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      sides.put(side, new ArrayList<>());
    }
    for (LabelledStep step : steps) {
      sides.get(side(step.step().chainId(), seed)).add(step);
    }
    return new ChainSplit(sides.get(Side.TRAIN), sides.get(Side.VALIDATION), sides.get(Side.TEST));
  }

  private static Side side(String chainId, long seed) {
    double position = new SplittableRandom(seed * SPREAD + chainId.hashCode()).nextDouble();
    if (position < TRAIN_SHARE) {
      return Side.TRAIN;
    }
    return position < VALIDATION_ENDS ? Side.VALIDATION : Side.TEST;
  }

  private enum Side {
    TRAIN,
    VALIDATION,
    TEST
  }
}
