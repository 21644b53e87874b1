package dev.linchpin.replay;

import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.ReplayCounted;
import dev.linchpin.wire.ReplayRequested;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far a run is. Read = scored + all dead-lettered + all skipped.
 *
 * @param read records that were read
 * @param scored records that got a score
 * @param deadLettered records that went to the run's dead letters, by reason
 * @param skipped records that were read and not scored, by reason
 * @param missing offsets that were asked for at which there is no record: deleted by retention, or
 *     taken by the marks of transactions
 * @param remaining offsets up to the end; empty where the run follows the live stream
 */
public record ReplayProgress(
    long read,
    long scored,
    Map<String, Long> deadLettered,
    Map<String, Long> skipped,
    long missing,
    OptionalLong remaining) {

  /** From the counts of the partitions. */
  public static ReplayProgress of(ReplayRequested run, Collection<ReplayCounted> counts) {
    Map<Integer, ReplayCounted> byPartition =
        counts.stream().collect(Collectors.toMap(ReplayCounted::partition, Function.identity()));
    Map<String, Long> dead = new TreeMap<>();
    Map<String, Long> skipped = new TreeMap<>();
    long missing = 0;
    long remaining = 0;
    for (OffsetRange range : run.ranges()) {
      ReplayCounted count =
          byPartition.getOrDefault(range.partition(), ReplayCounted.none(range.partition()));
      count.deadLettered().forEach((reason, n) -> dead.merge(reason, n, Long::sum));
      count.skipped().forEach((reason, n) -> skipped.merge(reason, n, Long::sum));
      long next = Math.max(range.from(), count.nextOffset());
      missing += range.missing() + next - range.from() - count.read();
      remaining += range.until().orElse(next) - next;
    }
    return new ReplayProgress(
        counts.stream().mapToLong(ReplayCounted::read).sum(),
        counts.stream().mapToLong(ReplayCounted::scored).sum(),
        dead,
        skipped,
        missing,
        run.follows() ? OptionalLong.empty() : OptionalLong.of(remaining));
  }

  /** Of a run that is over: where it did not come to a record, there is none. */
  public ReplayProgress ended() {
    return new ReplayProgress(
        read, scored, deadLettered, skipped, missing + remaining.orElse(0), OptionalLong.of(0));
  }

  /** Records that were dead-lettered, whatever the reason. */
  public long deadLetters() {
    return deadLettered.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that were skipped, whatever the reason. */
  public long skips() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }
}
