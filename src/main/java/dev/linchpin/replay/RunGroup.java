package dev.linchpin.replay;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.ReplayTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The group of consumers that work on a run: where it is in the log. */
final class RunGroup implements AutoCloseable {
  private final ReplayTopics topics;
  private final Admin admin;

  RunGroup(Map<String, ?> client, ReplayTopics topics) {
    this.topics = topics;
    this.admin = Admin.create(new HashMap<>(client));
  }

  /** Puts the group before the ranges, where nobody works yet. */
  void begin(List<OffsetRange> ranges) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        ranges.stream()
            .collect(
                Collectors.toMap(
                    range -> partition(range.partition()),
                    range -> new OffsetAndMetadata(range.from())));
    Answers.of(admin.alterConsumerGroupOffsets(topics.applicationId(), offsets).all());
  }

  /** The committed offsets, by partition. */
  Map<Integer, Long> committed() {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        Answers.of(
            admin.listConsumerGroupOffsets(topics.applicationId()).partitionsToOffsetAndMetadata());
    return offsets.entrySet().stream()
        .filter(offset -> offset.getValue() != null)
        .filter(offset -> offset.getKey().topic().equals(topics.scoring().activations().name()))
        .collect(
            Collectors.toMap(
                offset -> offset.getKey().partition(), offset -> offset.getValue().offset()));
  }

  /** First offsets that are still there, by partition. */
  Map<Integer, Long> beginnings() {
    Map<TopicPartition, OffsetSpec> earliest =
        IntStream.range(0, topics.partitions())
            .boxed()
            .collect(Collectors.toMap(this::partition, p -> OffsetSpec.earliest()));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        Answers.of(admin.listOffsets(earliest).all());
    return found.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset()));
  }

  /** Whether a process works on the run, or died so lately that the broker does not know. */
  boolean isAtWork() {
    try {
      GroupState state =
          Answers.of(admin.describeConsumerGroups(List.of(topics.applicationId())).all())
              .get(topics.applicationId())
              .groupState();
      return state != GroupState.EMPTY && state != GroupState.DEAD;
    } catch (GroupIdNotFoundException e) {
      return false;
    }
  }

  /** Forgets the group. */
  void delete() {
    try {
      Answers.of(admin.deleteConsumerGroups(List.of(topics.applicationId())).all());
    } catch (GroupIdNotFoundException e) {
      // It never began.
      return;
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private TopicPartition partition(int partition) {
    return new TopicPartition(topics.scoring().activations().name(), partition);
  }
}
