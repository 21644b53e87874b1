package dev.linchpin.ablation;

import dev.linchpin.wire.ChainAblated;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What removal left of a chain.
 *
 * @param prefixSteps steps of the shortest sufficient prefix
 * @param coreSteps steps that remained
 * @param influenceShare the lowest threshold share of influence that held, where there was a sweep
 * @param steps every step of the chain in order
 */
public record Core(
    int prefixSteps, int coreSteps, OptionalDouble influenceShare, List<ChainAblated.Step> steps) {
  /** Of a chain that could not be labelled. */
  public static final Core NONE = new Core(0, 0, OptionalDouble.empty(), List.of());

  public Core {
    steps = List.copyOf(steps);
  }
}
