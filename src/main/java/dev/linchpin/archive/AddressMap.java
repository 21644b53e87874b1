package dev.linchpin.archive;

import dev.linchpin.wire.LogAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the activations of an archive lay, and where they lie now: 20 bytes each. Source addresses
 * come in the order of their offsets within a partition; where they lie now may be said later.
 */
final class AddressMap {
  private final Map<Integer, Partition> partitions = new HashMap<>();

  /** Takes the next address of its partition. */
  void add(LogAddress source) {
    partitions.computeIfAbsent(source.partition(), p -> new Partition()).add(source.offset());
  }

  /** Says where a record lies now whose address was added. */
  void settle(LogAddress source, LogAddress target) {
    Partition partition = partitions.get(source.partition());
    int place = partition.place(source.offset());
    partition.targetPartitions[place] = target.partition();
    partition.targetOffsets[place] = target.offset();
  }

  /** Whether an address was added. */
  boolean contains(LogAddress source) {
    Partition partition = partitions.get(source.partition());
    return partition != null && partition.place(source.offset()) >= 0;
  }

  /** Where a record lies now; empty if its address was not added. */
  Optional<LogAddress> find(LogAddress source) {
    if (!contains(source)) {
      return Optional.empty();
    }
    Partition partition = partitions.get(source.partition());
    int place = partition.place(source.offset());
    return Optional.of(
        new LogAddress(partition.targetPartitions[place], partition.targetOffsets[place]));
  }

  /** Parallel columns, ascending by source offset. */
  private static final class Partition {
    private long[] sourceOffsets = new long[16];
    private long[] targetOffsets = new long[16];
    private int[] targetPartitions = new int[16];
    private int size;

    void add(long offset) {
      if (size == sourceOffsets.length) {
        sourceOffsets = Arrays.copyOf(sourceOffsets, 2 * size);
        targetOffsets = Arrays.copyOf(targetOffsets, 2 * size);
        targetPartitions = Arrays.copyOf(targetPartitions, 2 * size);
      }
      sourceOffsets[size++] = offset;
    }

    int place(long offset) {
      return Arrays.binarySearch(sourceOffsets, 0, size, offset);
    }
  }
}
