package dev.linchpin.alerting;

import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of alerting. Every default that differs from Kafka's stands here with its reason;
 * what {@code client} says goes before all of them.
 *
 * @param applicationId names the group of desks that share the work, and their state
 * @param client {@code bootstrap.servers}, {@code schema.registry.url}, security and whatever else,
 *     by Kafka's, Streams' and Confluent's own names
 * @param threads stream threads, at least 1
 */
public record AlertSettings(String applicationId, Map<String, String> client, int threads) {
  // From a score to its incident there are two commits, and each is several round trips for which
  // the only thread waits: at 100 ms a busy cluster takes more time for them than for the work.
  private static final int COMMIT_INTERVAL_MS = 500;
  // After a crash nobody decides for this long; as the monitor's.
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int HEARTBEAT_MS = 2_000;

  public AlertSettings {
    client = Map.copyOf(client);
    if (applicationId.isBlank() || threads < 1) {
      throw new IllegalArgumentException(
          "expected an application id and at least 1 thread, got '%s' and %d"
              .formatted(applicationId, threads));
    }
  }

  /**
   * For Kafka Streams. Names without a prefix, so that {@code client} can override them by either.
   */
  public Properties streams() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(APPLICATION_ID_CONFIG, applicationId);
    settings.put(NUM_STREAM_THREADS_CONFIG, threads);
    // A step that is read twice would count twice in every share, and a notice would go out twice.
    settings.put(PROCESSING_GUARANTEE_CONFIG, EXACTLY_ONCE_V2);
    settings.put(COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    settings.put(SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    settings.putAll(client);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
