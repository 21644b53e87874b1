package dev.linchpin.wire;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

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
