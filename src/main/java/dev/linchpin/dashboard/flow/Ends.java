package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions ended at one moment.
 *
 * @param at the moment
 * @param offsets offset of the next record by partition, of those that answered
 */
record Ends(Instant at, Map<TopicPartition, Long> offsets) {
  Ends {
    offsets = Map.copyOf(offsets);
  }

  /**
   * Records per second of a topic since earlier ends; 0 for a topic that was made anew, empty
   * unless the same partitions answered both times.
   */
  OptionalDouble rateSince(Ends before, Topic<?> topic) {
    Map<TopicPartition, Long> from = before.of(topic);
    Map<TopicPartition, Long> to = of(topic);
    double seconds = Duration.between(before.at, at).toNanos() / 1e9;
    if (seconds <= 0 || to.isEmpty() || !from.keySet().equals(to.keySet())) {
      return OptionalDouble.empty();
    }
    long records = to.entrySet().stream().mapToLong(e -> e.getValue() - from.get(e.getKey())).sum();
    return OptionalDouble.of(Math.max(0, records) / seconds);
  }

  private Map<TopicPartition, Long> of(Topic<?> topic) {
    return offsets.keySet().stream()
        .filter(partition -> partition.topic().equals(topic.name()))
        .collect(Collectors.toMap(Function.identity(), offsets::get));
  }
}
