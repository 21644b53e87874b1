package dev.linchpin.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records of each partition have been taken and which of them are done. Records may be done
 * out of order; a position never passes one that is not. Safe for use by several threads.
 */
public final class OffsetLedger {

  private final Map<TopicPartition, Entry> entries = new HashMap<>();

  private static final class Entry {
    final TreeSet<Long> open = new TreeSet<>();
    long next;

    long position() {
      return open.isEmpty() ? next : open.first();
    }
  }

  /** A record was taken from its partition. */
  public synchronized void taken(TopicPartition partition, long offset) {
    Entry entry = entries.computeIfAbsent(partition, p -> new Entry());
    entry.open.add(offset);
    entry.next = Math.max(entry.next, offset + 1);
  }

  /** A record is done; passed over where its partition has been forgotten. */
  public synchronized void done(TopicPartition partition, long offset) {
    Entry entry = entries.get(partition);
    if (entry != null) {
      entry.open.remove(offset);
    }
  }

  /** Another node has these partitions now. */
  public synchronized void forget(Collection<TopicPartition> partitions) {
    entries.keySet().removeAll(partitions);
  }

  /** What may be committed: for each partition, the first offset that is not done. */
  public synchronized Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    entries.forEach((p, entry) -> positions.put(p, new OffsetAndMetadata(entry.position())));
    return positions;
  }
}
