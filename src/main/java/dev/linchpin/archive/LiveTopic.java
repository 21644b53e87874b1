package dev.linchpin.archive;

import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as a cluster has it.
 *
 * @param name with prefix
 * @param partitions how many
 * @param timed whether the broker puts its own time on records
 * @param retention how long records stay; empty where they stay for ever
 * @param maxMessageBytes largest record batch
 */
record LiveTopic(
    String name, int partitions, boolean timed, Optional<Duration> retention, int maxMessageBytes) {
  private static final int PATIENCE_MS = 15_000;

  /**
   * The topics of an archive on a cluster.
   *
   * @throws ArchiveException that names those that are missing
   */
  static Map<ArchivedTopic, LiveTopic> all(Cluster cluster) {
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    try (Admin admin = Admin.create(settings)) {
      List<String> names =
          Arrays.stream(ArchivedTopic.values()).map(t -> t.in(cluster.topics()).name()).toList();
      requireAll(names, Answers.of(admin.listTopics().names()));
      return describe(cluster, names, admin);
    }
  }

  private static Map<ArchivedTopic, LiveTopic> describe(
      Cluster cluster, List<String> names, Admin admin) {
    List<ConfigResource> resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    var descriptions = Answers.of(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs = Answers.of(admin.describeConfigs(resources).all());
    Map<ArchivedTopic, LiveTopic> topics = new EnumMap<>(ArchivedTopic.class);
    for (ArchivedTopic topic : ArchivedTopic.values()) {
      String name = topic.in(cluster.topics()).name();
      topics.put(
          topic,
          of(
              name,
              descriptions.get(name).partitions().size(),
              configs.get(new ConfigResource(ConfigResource.Type.TOPIC, name))));
    }
    return topics;
  }

  private static LiveTopic of(String name, int partitions, Config config) {
    long retentionMs = Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
    return new LiveTopic(
        name,
        partitions,
        config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value().equals("LogAppendTime"),
        retentionMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(retentionMs)),
        Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value()));
  }

  private static void requireAll(List<String> names, Set<String> present) {
    List<String> missing = names.stream().filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new ArchiveException(
          "expected all topics about chains on the cluster (`linchpin topics --create` makes"
              + " them), missing "
              + missing);
    }
  }
}
