package dev.linchpin.replay;

import dev.linchpin.wire.OffsetRange;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which stretch of the log is asked for. Bounds by offset and by time go together: what is read is
 * within all of them.
 *
 * @param from first time, empty for the beginning
 * @param until first time that is too late, empty for the end
 * @param offsets offsets by partition; where any are given, other partitions are not read
 * @param follow whether it goes on with what is written from now on
 */
public record RangeRequest(
    Optional<Instant> from,
    Optional<Instant> until,
    Map<Integer, Offsets> offsets,
    boolean follow) {
  /** All that is there. */
  public static final RangeRequest EVERYTHING =
      new RangeRequest(Optional.empty(), Optional.empty(), Map.of(), false);

  /**
   * Offsets of a partition.
   *
   * @param from first offset
   * @param until first offset that is not read; empty for the end
   */
  public record Offsets(long from, OptionalLong until) {}

  /**
   * What a partition holds.
   *
   * @param earliest first offset that is still there
   * @param latest offset after the last committed record
   * @param fromTime first offset whose record is not before {@link RangeRequest#from}
   * @param untilTime first offset whose record is clearly after {@link RangeRequest#until}
   */
  record Extent(long earliest, long latest, OptionalLong fromTime, OptionalLong untilTime) {}

  public RangeRequest {
    offsets = Map.copyOf(offsets);
    if (follow && until.isPresent()) {
      throw new RefusedReplayException(
          "expected an end or to follow the live stream, got both: until " + until.get());
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new RefusedReplayException(
          "expected a beginning before the end, got %s and %s".formatted(from.get(), until.get()));
    }
  }

  /** What is read of a partition. */
  OffsetRange range(int partition, Extent extent) {
    if (!offsets.isEmpty() && !offsets.containsKey(partition)) {
      return new OffsetRange(partition, extent.latest(), OptionalLong.of(extent.latest()), 0);
    }
    Offsets asked = offsets.getOrDefault(partition, new Offsets(0, OptionalLong.empty()));
    requireThere(partition, asked, extent);
    long until = Math.min(asked.until().orElse(extent.latest()), end(extent));
    long wanted = from.isPresent() ? extent.fromTime().orElse(extent.latest()) : asked.from();
    long first = Math.min(Math.max(Math.max(wanted, asked.from()), extent.earliest()), until);
    long deleted = Math.min(extent.earliest(), until) - asked.from();
    long missing = offsets.isEmpty() ? 0 : Math.max(0, deleted);
    boolean open = follow && asked.until().isEmpty();
    return new OffsetRange(
        partition, first, open ? OptionalLong.empty() : OptionalLong.of(until), missing);
  }

  private long end(Extent extent) {
    return until.isPresent() ? extent.untilTime().orElse(extent.latest()) : extent.latest();
  }

  private static void requireThere(int partition, Offsets asked, Extent extent) {
    if (asked.from() > extent.latest() || asked.until().orElse(0) > extent.latest()) {
      throw new RefusedReplayException(
          "expected offsets up to %d in partition %d, got %d to %s"
              .formatted(
                  extent.latest(),
                  partition,
                  asked.from(),
                  asked.until().isPresent() ? asked.until().getAsLong() : "the end"));
    }
  }
}
