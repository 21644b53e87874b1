package dev.linchpin.inference;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/** Whether the topics that a node reads and writes are there, before a model is loaded for them. */
public final class TopicsCheck {

  private static final Logger LOG = Logger.getLogger(TopicsCheck.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private TopicsCheck() {}

  /**
   * Names of the topics that the cluster lacks. None where it does not answer: a node waits for its
   * cluster.
   */
  public static List<String> missing(Cluster cluster) throws InterruptedException {
    try (Admin admin = Admin.create(settings(cluster.client()))) {
      Set<String> present = admin.listTopics().names().get();
      return needed(cluster.topics())
          .map(Topic::name)
          .filter(name -> !present.contains(name))
          .toList();
    } catch (ExecutionException e) {
      LOG.warnf("Cluster does not answer yet: fault=%s", e.getCause().toString());
      return List.of();
    }
  }

  private static Stream<Topic<?>> needed(Topics topics) {
    return Stream.of(
        topics.problems(),
        topics.chains(),
        topics.steps(),
        topics.activations(),
        topics.deadLetters(),
        topics.nodes());
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    int patience = Math.toIntExact(PATIENCE.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    return settings;
  }
}
