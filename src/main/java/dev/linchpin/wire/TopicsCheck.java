package dev.linchpin.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/**
 * Whether the topics that a role reads and writes are there: at the start and all at once, since a
 * missing sink would show only at the first record, and then as a time-out. Asks for names alone,
 * so that no right to read configurations is needed.
 */
public final class TopicsCheck {
  private TopicsCheck() {}

  /**
   * Passes when all are there.
   *
   * @throws IllegalStateException that names the missing
   */
  public static void check(Admin admin, List<Topic<?>> needed) {
    Set<String> present = names(admin);
    List<String> missing =
        needed.stream().<String>map(Topic::name).filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Topics are missing, `linchpin topics` makes them: " + missing);
    }
  }

  /**
   * Passes when all have the same number of partitions, so that records of one key meet.
   *
   * @throws IllegalStateException that says how many each has
   */
  public static void checkSamePartitions(Admin admin, List<Topic<?>> together) {
    Map<String, Integer> partitions = new TreeMap<>();
    Answers.of(
            admin
                .describeTopics(together.stream().<String>map(Topic::name).toList())
                .allTopicNames())
        .forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    if (Set.copyOf(partitions.values()).size() > 1) {
      throw new IllegalStateException(
          "expected topics with the same number of partitions, got " + partitions);
    }
  }

  private static Set<String> names(Admin admin) {
    return Answers.of(admin.listTopics().names());
  }
}
