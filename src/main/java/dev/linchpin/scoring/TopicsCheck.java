package dev.linchpin.scoring;

import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Whether the topics that scoring reads and writes are there: at the start and all at once, since a
 * missing sink would show only at the first verdict, and then as a time-out. Asks for names alone,
 * so that no right to read configurations is needed.
 */
final class TopicsCheck {
  private TopicsCheck() {}

  /**
   * Passes when all are there.
   *
   * @throws IllegalStateException that names the missing
   */
  static void check(Admin admin, Topics topics) {
    Set<String> present = names(admin);
    List<String> missing =
        needed(topics).map(Topic::name).filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Topics are missing, `linchpin topics` makes them: " + missing);
    }
  }

  private static Stream<Topic<?>> needed(Topics topics) {
    return Stream.of(
        topics.activations(),
        topics.probes(),
        topics.scores(),
        topics.lowImportanceAlerts(),
        topics.importantAlerts(),
        topics.deadLetters());
  }

  private static Set<String> names(Admin admin) {
    try {
      return admin.listTopics().names().get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }
}
