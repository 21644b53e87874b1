package dev.linchpin.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the catalogue's topics on a cluster and compares those that are there. */
public final class TopicAdmin {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Admin admin;

  /** Does not close the client. */
  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing, leaves the rest as it is, and returns when all are visible. Several
   * processes may do so at once.
   *
   * @param replication copies of each partition; empty for the cluster's own default
   * @return names of the topics created
   */
  public List<String> create(Topics topics, Optional<Short> replication) {
    return create(topics.all(), replication);
  }

  /** As above, of topics outside the catalogue. */
  public List<String> create(List<Topic<?>> topics, Optional<Short> replication) {
    Set<String> present = names();
    Map<String, KafkaFuture<Void>> answers =
        admin
            .createTopics(
                topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> newTopic(topic, replication))
                    .toList())
            .values();
    List<String> created =
        topics.stream()
            .<String>map(Topic::name)
            .filter(answers::containsKey)
            .filter(name -> isCreated(answers.get(name)))
            .toList();
    awaitVisible(answers.keySet());
    return created;
  }

  /**
   * Deletes those of these topics that are there.
   *
   * @return their names
   */
  public List<String> delete(List<Topic<?>> topics) {
    Set<String> present = names();
    List<String> doomed =
        topics.stream().<String>map(Topic::name).filter(present::contains).toList();
    Answers.of(admin.deleteTopics(doomed).all());
    return doomed;
  }

  /** What differs from the catalogue, topic by topic. */
  public List<TopicDifference> differences(Topics topics) {
    Set<String> present = names();
    List<String> known = topics.all().stream().map(Topic::name).filter(present::contains).toList();
    Map<String, TopicDescription> descriptions =
        Answers.of(admin.describeTopics(known).allTopicNames());
    Map<String, Config> configs = configs(known);
    return topics.all().stream()
        .flatMap(t -> differences(t, descriptions.get(t.name()), configs.get(t.name())))
        .toList();
  }

  private static Stream<TopicDifference> differences(
      Topic<?> topic, TopicDescription description, Config config) {
    if (description == null) {
      return Stream.of(new TopicDifference.Missing(topic.name()));
    }
    List<TopicDifference> differences = new ArrayList<>();
    int partitions = description.partitions().size();
    if (partitions != topic.partitions()) {
      differences.add(new TopicDifference.Partitions(topic.name(), topic.partitions(), partitions));
    }
    topic
        .config()
        .forEach(
            (name, expected) -> {
              String actual = config.get(name).value();
              if (!expected.equals(actual)) {
                differences.add(new TopicDifference.Setting(topic.name(), name, expected, actual));
              }
            });
    return differences.stream();
  }

  private Set<String> names() {
    return Answers.of(admin.listTopics().names());
  }

  private Map<String, Config> configs(Collection<String> names) {
    List<ConfigResource> resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    return Answers.of(admin.describeConfigs(resources).all()).entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  /** Whether this call made the topic; another process may have been faster. */
  private static boolean isCreated(KafkaFuture<Void> answer) {
    try {
      Answers.of(answer);
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  /** The controller answers before the brokers know. */
  private void awaitVisible(Set<String> names) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!names().containsAll(names)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("expected topics " + names + " within " + PATIENCE);
      }
      pause();
    }
  }

  private static NewTopic newTopic(Topic<?> topic, Optional<Short> replication) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), replication)
        .configs(topic.config());
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
