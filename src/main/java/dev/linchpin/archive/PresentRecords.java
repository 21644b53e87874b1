package dev.linchpin.archive;

import dev.linchpin.archive.ArchiveContents.Inspection;
import dev.linchpin.log.RawLog;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of a target's topic that may be in an archive, by all that an import carries over.
 * Two records that are the same count twice. Grows only with what is there of the archive's chains.
 */
final class PresentRecords {
  private final Map<Fingerprint, Deque<LogAddress>> addresses = new HashMap<>();

  /** Reads a topic from its beginning to its end. */
  static PresentRecords read(
      Cluster cluster, ArchivedTopic topic, boolean timed, Inspection archive) {
    PresentRecords present = new PresentRecords();
    try (RawLog log = new RawLog(cluster, topic.in(cluster.topics()), EventReader.impatience())) {
      log.read(
          record -> {
            if (archive.knows(record.key())) {
              present.add(fingerprint(record, timed), address(record));
            }
          });
    }
    return present;
  }

  void add(Fingerprint record, LogAddress at) {
    addresses.computeIfAbsent(record, r -> new ArrayDeque<>(1)).add(at);
  }

  /** Takes the first such record out and says where it lies; empty if there is none any more. */
  Optional<LogAddress> take(Fingerprint record) {
    Deque<LogAddress> found = addresses.get(record);
    return found == null ? Optional.empty() : Optional.ofNullable(found.poll());
  }

  private static Fingerprint fingerprint(ConsumerRecord<byte[], byte[]> record, boolean timed) {
    return Fingerprint.of(
        timed ? 0 : record.timestamp(), record.key(), record.value(), record.headers());
  }

  private static LogAddress address(ConsumerRecord<byte[], byte[]> record) {
    return new LogAddress(record.partition(), record.offset());
  }
}
