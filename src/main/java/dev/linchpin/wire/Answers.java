package dev.linchpin.wire;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka's clients answer later. */
public final class Answers {
  private Answers() {}

  /**
   * The answer.
   *
   * @throws KafkaException why there is none
   */
  public static <T> T of(Future<T> request) {
    try {
      return request.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }
}
