package dev.linchpin.wire;

import java.util.OptionalLong;

/**
 * A stretch of one partition of the {@code activations} topic.
 *
 * @param partition from 0
 * @param from first offset that is read, from 0
 * @param until first offset that is not read any more; empty where the live stream is followed
 * @param missing offsets before {@code from} that were asked for and that retention has deleted
 */
public record OffsetRange(int partition, long from, OptionalLong until, long missing) {
  public OffsetRange {
    if (partition < 0 || from < 0 || missing < 0 || until.orElse(from) < from) {
      throw new IllegalArgumentException(
          "expected 0 <= from <= until and a partition from 0, got partition %d, [%d, %s)"
              .formatted(partition, from, until));
    }
  }

  /** Whether an offset is beyond the end. */
  public boolean endsBefore(long offset) {
    return until.isPresent() && offset >= until.getAsLong();
  }
}
