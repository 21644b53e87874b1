package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What a group has committed.
 *
 * @param group its id
 * @param committed offset of the next record that it wants, by partition
 * @param members of the group; empty where the cluster does not say
 */
record GroupOffsets(String group, Map<TopicPartition, Long> committed, OptionalInt members) {
  GroupOffsets {
    committed = Map.copyOf(committed);
  }

  /** Only what it has committed in topics of the catalogue. */
  GroupOffsets within(Topics topics) {
    Set<String> names = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
    return new GroupOffsets(
        group,
        committed.entrySet().stream()
            .filter(offset -> names.contains(offset.getKey().topic()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        members);
  }

  /** How far the group is behind, by topic in the order of the names. */
  List<Lag> lags(Ends ends) {
    Map<String, Long> behind = new TreeMap<>();
    committed.forEach((p, offset) -> behind.merge(p.topic(), behind(p, offset, ends), Long::sum));
    return behind.entrySet().stream()
        .map(topic -> new Lag(group, topic.getKey(), topic.getValue(), members))
        .toList();
  }

  /** The ends are a little older than the offset, which may be beyond them. */
  private static long behind(TopicPartition partition, long offset, Ends ends) {
    return Math.max(0, ends.offsets().getOrDefault(partition, offset) - offset);
  }
}
