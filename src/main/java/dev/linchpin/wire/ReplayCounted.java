package dev.linchpin.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records that a run has read of one partition.
 *
 * @param partition of the {@code activations} topic, from 0
 * @param nextOffset offset after the last record that was read
 * @param scored records that got a score
 * @param deadLettered records that went to the run's dead letters, by reason
 * @param skipped records that were read and not scored, by reason
 */
public record ReplayCounted(
    int partition,
    long nextOffset,
    long scored,
    Map<String, Long> deadLettered,
    Map<String, Long> skipped) {
  public ReplayCounted {
    deadLettered = Map.copyOf(deadLettered);
    skipped = Map.copyOf(skipped);
  }

  /** Nothing read yet. */
  public static ReplayCounted none(int partition) {
    return new ReplayCounted(partition, 0, 0, Map.of(), Map.of());
  }

  /** Records that were read. */
  public long read() {
    return scored + sum(deadLettered) + sum(skipped);
  }

  /** With one more record that got a score. */
  public ReplayCounted plusScored(long offset) {
    return new ReplayCounted(partition, offset + 1, scored + 1, deadLettered, skipped);
  }

  /** With one more dead letter. */
  public ReplayCounted plusDeadLettered(long offset, String reason) {
    return new ReplayCounted(partition, offset + 1, scored, oneMore(deadLettered, reason), skipped);
  }

  /** With one more record that was not scored. */
  public ReplayCounted plusSkipped(long offset, String reason) {
    return new ReplayCounted(partition, offset + 1, scored, deadLettered, oneMore(skipped, reason));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> oneMore(Map<String, Long> counts, String reason) {
    Map<String, Long> more = new TreeMap<>(counts);
    more.merge(reason, 1L, Long::sum);
    return more;
  }
}
