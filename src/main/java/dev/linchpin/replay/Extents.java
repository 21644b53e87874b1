package dev.linchpin.replay;

import dev.linchpin.replay.RangeRequest.Extent;
import dev.linchpin.wire.Answers;
import dev.linchpin.wire.OffsetRange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What the partitions of a topic hold. */
final class Extents {
  // Nodes stamp their records: times in a partition may be a little out of order.
  private static final Duration DISORDER = Duration.ofMinutes(1);
  private static final ListOffsetsOptions COMMITTED =
      new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Admin admin;
  private final String topic;

  Extents(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  /** What is read of each partition, in their order. */
  List<OffsetRange> ranges(RangeRequest request) {
    int partitions =
        Answers.of(admin.describeTopics(List.of(topic)).allTopicNames())
            .get(topic)
            .partitions()
            .size();
    Map<Integer, Long> earliest = offsets(partitions, OffsetSpec.earliest());
    Map<Integer, Long> latest = offsets(partitions, OffsetSpec.latest());
    Map<Integer, Long> from =
        request.from().map(time -> offsets(partitions, at(time))).orElse(Map.of());
    Map<Integer, Long> until =
        request.until().map(time -> offsets(partitions, at(time.plus(DISORDER)))).orElse(Map.of());
    requirePartitions(request, partitions);
    return IntStream.range(0, partitions)
        .mapToObj(
            p ->
                request.range(
                    p,
                    new Extent(
                        earliest.get(p), latest.get(p), offset(from.get(p)), offset(until.get(p)))))
        .toList();
  }

  private void requirePartitions(RangeRequest request, int partitions) {
    request
        .offsets()
        .keySet()
        .forEach(
            partition -> {
              if (partition < 0 || partition >= partitions) {
                throw new RefusedReplayException(
                    "expected partitions of %s from 0 to %d, got %d"
                        .formatted(topic, partitions - 1, partition));
              }
            });
  }

  private Map<Integer, Long> offsets(int partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new TopicPartition(topic, partition), which);
    }
    Map<Integer, Long> offsets = new HashMap<>();
    Map<TopicPartition, ListOffsetsResultInfo> found =
        Answers.of(admin.listOffsets(asked, COMMITTED).all());
    found.forEach((partition, at) -> offsets.put(partition.partition(), at.offset()));
    return offsets;
  }

  private static OffsetSpec at(Instant time) {
    return OffsetSpec.forTimestamp(time.toEpochMilli());
  }

  /** Kafka says -1 where there is none. */
  private static OptionalLong offset(Long found) {
    return found == null || found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }
}
