package dev.linchpin.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Examples on three sides, no chain on two of them. A chain's side depends on its id and the seed
 * alone, so that it stays where it is when more chains come: a later probe is never tested on what
 * an earlier one was trained on.
 *
 * @param train for the weights
 * @param validation for the epoch, the calibration and the thresholds
 * @param test for the figures
 */
public record ChainSplit(Examples train, Examples validation, Examples test) {
  /** Expected share of the chains on the training side; two smaller sides share the rest. */
  public static final double TRAIN_SHARE = 0.7;

  private static final double VALIDATION_ENDS = TRAIN_SHARE + (1 - TRAIN_SHARE) / 2;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * Splits steps, keeping their order on each side.
   *
   * @throws IllegalArgumentException if the steps differ in their number of inputs
   */
  public static ChainSplit of(List<LabelledStep> steps, long seed) {
    return of(new StepList(steps), seed);
  }

  /** Splits examples, keeping their order on each side. */
  public static ChainSplit of(Examples all, long seed) {
    return new ChainSplit(
        side(all, Side.TRAIN, seed), side(all, Side.VALIDATION, seed), side(all, Side.TEST, seed));
  }

  private static Examples side(Examples all, Side side, long seed) {
    int[] indices =
        IntStream.range(0, all.size()).filter(i -> side(all.chainId(i), seed) == side).toArray();
    return new Subset(all, indices);
  }

  /** The side of a chain. */
  public static Side side(String chainId, long seed) {
    double position = new SplittableRandom(seed * SPREAD + chainId.hashCode()).nextDouble();
    if (position < TRAIN_SHARE) {
      return Side.TRAIN;
    }
    return position < VALIDATION_ENDS ? Side.VALIDATION : Side.TEST;
  }

  /** What a chain is used for. */
  public enum Side {
    TRAIN,
    VALIDATION,
    TEST
  }
}
