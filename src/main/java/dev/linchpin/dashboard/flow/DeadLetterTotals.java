package dev.linchpin.dashboard.flow;

import java.util.Map;
import java.util.TreeMap;

/**
 * Dead letters since what retention had left when counting began.
 *
 * @param total all of them
 * @param byReason those whose headers were read, by reason; {@code UNKNOWN} without one, {@code
 *     OTHER} beyond the first fifty reasons
 * @param notRead older ones, whose headers were not read because there are too many
 */
public record DeadLetterTotals(long total, Map<String, Long> byReason, long notRead) {
  public DeadLetterTotals {
    byReason = new TreeMap<>(byReason);
  }
}
