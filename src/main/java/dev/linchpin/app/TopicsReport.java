package dev.linchpin.app;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.TopicDifference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What {@code linchpin topics} prints.
 *
 * @param topics the catalogue
 * @param created names of topics that were just made
 * @param differences of the cluster; empty where no cluster was asked
 */
record TopicsReport(
    List<Topic<?>> topics, List<String> created, Optional<List<TopicDifference>> differences) {

  private static final String ROW = "%-28s %-11s %-34s %10s %-8s %9s %9s  %s";

  String text() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(
        ROW.formatted(
            "TOPIC", "KEY", "VALUE", "PARTITIONS", "CLEANUP", "RETENTION", "MAX SIZE", "TIME"));
    topics.forEach(topic -> lines.add(row(topic).stripTrailing()));
    created.forEach(name -> lines.add("created " + name));
    differences.ifPresent(found -> conclude(found, lines));
    return lines.toString();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topics", topics.stream().map(TopicsReport::json).toList());
    differences.ifPresent(
        found -> {
          json.put("created", created);
          json.put("differences", found.stream().map(TopicsReport::json).toList());
        });
    return json;
  }

  private static void conclude(List<TopicDifference> found, StringJoiner lines) {
    found.forEach(difference -> lines.add("differs: " + difference.describe()));
    if (found.isEmpty()) {
      lines.add("The cluster has every topic as it must be.");
    }
  }

  private static String row(Topic<?> topic) {
    return ROW.formatted(
        topic.name(),
        topic.key(),
        String.join(", ", topic.value().records()),
        topic.partitions(),
        topic.config().get("cleanup.policy"),
        topic.retention().map(TopicsReport::days).orElse("for ever"),
        (topic.maxMessageBytes() >> 20) + " MiB",
        topic.timestamps().name);
  }

  private static String days(Duration retention) {
    return retention.toDays() + " days";
  }

  private static Map<String, Object> json(Topic<?> topic) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", topic.name());
    json.put("key", topic.key());
    json.put("records", topic.value().records());
    json.put("partitions", topic.partitions());
    json.put("config", topic.config());
    return json;
  }

  private static Map<String, Object> json(TopicDifference difference) {
    return Map.of("topic", difference.topic(), "difference", difference.describe());
  }
}
