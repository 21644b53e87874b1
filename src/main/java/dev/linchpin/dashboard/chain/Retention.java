package dev.linchpin.dashboard.chain;

import java.time.Duration;

/**
 * How many chains are kept, and how long.
 *
 * @param chainsPerPartition most chains of a partition, at least 1; the oldest go first
 * @param age chains that began before that are forgotten
 */
public record Retention(int chainsPerPartition, Duration age) {
  /** Two thousand chains of each partition, for a day. */
  public static final Retention DEFAULT = new Retention(2_000, Duration.ofDays(1));

  public Retention {
    if (chainsPerPartition < 1 || age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException(
          "expected at least 1 chain and an age over 0, got %d and %s"
              .formatted(chainsPerPartition, age));
    }
  }
}
