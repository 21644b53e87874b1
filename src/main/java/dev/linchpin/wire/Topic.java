package dev.linchpin.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;

/**
 * A topic as it must be.
 *
 * @param name full name, prefix included
 * @param key what the key (a UTF-8 string) is
 * @param value what the values are
 * @param partitions number of partitions
 * @param cleanup what happens to old records
 * @param retention how long records stay; empty where they stay for ever, or until compacted away
 * @param maxMessageBytes largest record batch
 * @param timestamps whose clock a record's timestamp is: the producer's or the broker's
 * @param <V> the values in Java
 */
public record Topic<V>(
    String name,
    String key,
    ValueType<V> value,
    int partitions,
    Cleanup cleanup,
    Optional<Duration> retention,
    int maxMessageBytes,
    TimestampType timestamps) {
  private static final long FOR_EVER = -1;

  /** The configuration that the topic has on the broker, by Kafka's names. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
    config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestamps.name);
    if (cleanup == Cleanup.DELETE) {
      long millis = retention.map(Duration::toMillis).orElse(FOR_EVER);
      config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(millis));
    }
    return config;
  }
}
