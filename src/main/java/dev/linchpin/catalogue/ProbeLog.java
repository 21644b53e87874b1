package dev.linchpin.catalogue;

import dev.linchpin.log.AddressReader;
import dev.linchpin.log.TopicTail;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The {@code probes} topic: which probes there are, without their weights, and a whole one from
 * where it lies. For one thread at a time.
 */
final class ProbeLog implements AutoCloseable {
  private final Cluster cluster;
  private final Patience patience;
  private final TopicTail<ProbeRelease> tail;
  private final Map<String, ProbeHead> heads = new HashMap<>();

  ProbeLog(Cluster cluster, Patience patience) {
    this.cluster = cluster;
    this.patience = patience;
    this.tail = new TopicTail<>(cluster, cluster.topics().probes(), patience);
  }

  /** The probes that are committed. */
  ProbeHeads refresh() {
    tail.readToEnd(this::note);
    return heads();
  }

  /** As {@link #refresh}, after every change that is under way: waits until it is decided. */
  ProbeHeads refreshFully() {
    tail.readFully(this::note);
    return heads();
  }

  /** As {@link #refresh}, with records that are committed but may not be readable yet. */
  ProbeHeads refreshPast(List<RecordMetadata> written) {
    Map<TopicPartition, Long> ends =
        written.stream()
            .collect(
                Collectors.toMap(
                    record -> new TopicPartition(record.topic(), record.partition()),
                    record -> record.offset() + 1,
                    Math::max));
    tail.readTo(ends, this::note);
    return heads();
  }

  /** A whole probe. */
  ProbeRelease release(ProbeHead head) {
    Found found = new Found(head);
    try (AddressReader<ProbeRelease> reader =
        new AddressReader<>(cluster, cluster.topics().probes(), patience)) {
      reader.read(List.of(head.at()), found);
    }
    return found.release;
  }

  @Override
  public void close() {
    tail.close();
  }

  private ProbeHeads heads() {
    return new ProbeHeads(List.copyOf(heads.values()));
  }

  private void note(TopicTail.Entry<ProbeRelease> entry) {
    entry
        .value()
        .ifPresentOrElse(
            release -> heads.put(entry.key(), ProbeHead.of(release, entry.at())),
            () -> heads.remove(entry.key()));
  }

  /** The one probe that was looked for. */
  private static final class Found implements AddressReader.Sink<ProbeRelease> {
    private final ProbeHead head;
    private ProbeRelease release;

    Found(ProbeHead head) {
      this.head = head;
    }

    @Override
    public void found(int index, ProbeRelease value) {
      release = value;
    }

    @Override
    public void malformed(int index, Reason reason) {
      gone(index);
    }

    @Override
    public void gone(int index) {
      LogAddress at = head.at();
      throw new RefusedChangeException(
          "expected probe %s at partition %d, offset %d; it was published anew meanwhile, try again"
              .formatted(head.id().key(), at.partition(), at.offset()));
    }
  }
}
