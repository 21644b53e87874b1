package dev.linchpin.labelling;

import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.EXACTLY_ONCE_V2;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;

import dev.linchpin.stream.SmallRocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of labelling. Every default that differs from Kafka's stands here with its reason;
 * what {@code client} says goes before all of them. Kafka's {@code max.task.idle.ms} stays as it
 * is: by it, whoever catches up reads scores and ablations in the order of their times, so that no
 * chain is given up while its ablation lies in the log unread.
 *
 * @param applicationId names the group of labellers that share the work, and their state
 * @param client {@code bootstrap.servers}, {@code schema.registry.url}, security and whatever else,
 *     by Kafka's, Streams' and Confluent's own names
 * @param threads stream threads, at least 1
 * @param rules what counts as ground truth, and how quality is computed
 */
public record LabellingSettings(
    String applicationId, Map<String, String> client, int threads, LabellingRules rules) {
  private static final int MEBIBYTE = 1 << 20;

  // Readers of labels wait for the commit; a live view should not wait long. Streams' own 100 ms
  // would make twice the transactions.
  private static final int COMMIT_INTERVAL_MS = 200;
  // A dead letter is as large as the record that it was, and its headers.
  private static final int LARGEST_REQUEST = 2 * MEBIBYTE;
  // After a crash nobody labels for this long; as the monitor's.
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int HEARTBEAT_MS = 2_000;

  public LabellingSettings {
    client = Map.copyOf(client);
    if (applicationId.isBlank() || threads < 1) {
      throw new IllegalArgumentException(
          "expected an application id and at least 1 thread, got '"
              + applicationId
              + "' and "
              + threads);
    }
  }

  /**
   * For Kafka Streams. Names without a prefix, so that {@code client} can override them by either.
   */
  public Properties streams() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(APPLICATION_ID_CONFIG, applicationId);
    settings.put(NUM_STREAM_THREADS_CONFIG, threads);
    // A label that is seen twice would be counted and trained on twice.
    settings.put(PROCESSING_GUARANTEE_CONFIG, EXACTLY_ONCE_V2);
    settings.put(COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    settings.put(ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class.getName());
    settings.put(SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    settings.put(MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.putAll(client);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
