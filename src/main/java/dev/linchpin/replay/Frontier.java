package dev.linchpin.replay;

import dev.linchpin.wire.OffsetRange;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far a process has read. The committed offset alone does not tell that a range is over: what
 * lies at its end may be no record, but the mark of a transaction. For all threads.
 */
final class Frontier {
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private final Map<Integer, Long> handedOn = new ConcurrentHashMap<>();

  /** The consumer of a partition will read this offset next. */
  void reached(int partition, long position) {
    positions.put(partition, position);
  }

  /** All records of a partition before this offset were handed on to be scored. */
  void handedOn(int partition, long nextOffset) {
    handedOn.put(partition, nextOffset);
  }

  /**
   * Whether all of a range was read and what came of it is committed.
   *
   * @param range with an end
   * @param committed the group's offset in the partition
   */
  boolean isBehind(OffsetRange range, OptionalLong committed) {
    long until = range.until().orElseThrow();
    long settled = committed.orElse(range.from());
    boolean allRead = positions.getOrDefault(range.partition(), range.from()) >= until;
    boolean allSettled = settled >= handedOn.getOrDefault(range.partition(), range.from());
    return settled >= until || (allRead && allSettled);
  }
}
