package dev.linchpin.app.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.reasoning.StepRef;
import org.apache.kafka.common.utils.Utils;

/**
 * Which step of which chain comes when: chains are under way side by side, each sends a step in its
 * turn, and one that ends makes room for the next. Chains are named so that every partition gets as
 * many.
 *
 * @param open chains at the same time, at least 1
 * @param steps steps of a chain, at least 1
 * @param partitions of the topic, at least 1
 */
public record StepPlan(int open, int steps, int partitions) {
  public StepPlan {
    if (open < 1 || steps < 1 || partitions < 1) {
      throw new IllegalArgumentException("expected at least 1, got " + open + ", " + steps);
    }
  }

  /** The step at a place in the order, from 0. */
  public StepRef step(long place) {
    long slot = place % open;
    long turn = place / open + slot % steps;
    long chain = slot + open * (turn / steps);
    return new StepRef(chainId(chain), (int) (turn % steps));
  }

  private String chainId(long chain) {
    for (int variant = 0; ; variant++) {
      String id = "chain-" + chain + "-" + variant;
      if (Utils.toPositive(Utils.murmur2(id.getBytes(UTF_8))) % partitions == chain % partitions) {
        return id;
      }
    }
  }
}
