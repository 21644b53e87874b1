package dev.linchpin.scoring;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MAX_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.FETCH_MIN_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ISOLATION_LEVEL_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.BUFFER_MEMORY_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.AT_LEAST_ONCE;
import static org.apache.kafka.streams.StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.NUM_STREAM_THREADS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.PROCESSING_GUARANTEE_CONFIG;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.RangeAssignor;

/**
 * The settings of the monitor. Every default that differs from Kafka's stands here with its reason;
 * what {@code client} says goes before all of them.
 *
 * @param applicationId names the group of monitors that share the work
 * @param client {@code bootstrap.servers}, {@code schema.registry.url}, security and whatever else,
 *     by Kafka's, Streams' and Confluent's own names
 * @param threads stream threads, at least 1; more than the partitions of {@code activations} idle
 */
public record ScoringSettings(String applicationId, Map<String, String> client, int threads) {
  private static final int MEBIBYTE = 1 << 20;

  // What a poll brings is scored in one product, so it should be large when records wait: 83 steps
  // of a 7B model (201 KB); Kafka's 1 MiB is 5. A poll is bounded by its bytes, as its cost is.
  private static final int FETCH_BYTES = 16 * MEBIBYTE;
  // Only dead letters keep their bytes until they are written: 128 × 201 KB a partition at most.
  private static final int BUFFERED_RECORDS = 128;
  // A dead letter is as large as the record that it was.
  private static final int LARGEST_REQUEST = 80 * MEBIBYTE;
  private static final int PRODUCER_BUFFER = 128 * MEBIBYTE;
  // What a crash repeats; each commit waits for the producer, so not much shorter.
  private static final int COMMIT_INTERVAL_MS = 1_000;
  // After a crash nobody scores its partitions for this long: Kafka's 45 s is too long for a live
  // view, and a broker allows 6 s at least.
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int HEARTBEAT_MS = 2_000;
  private static final int LEAD_TIME_WAIT_MS = 500;

  public ScoringSettings {
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
    // Exactly-once would hold every verdict back until the commit; identity makes repeats harmless.
    settings.put(PROCESSING_GUARANTEE_CONFIG, AT_LEAST_ONCE);
    settings.put(COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    // A promotion is one transaction: one that was aborted must not be seen. Activations are
    // written outside transactions, so nothing waits.
    settings.put(ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    settings.put(MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    settings.put(FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    // Kafka waits 5 ms for company; a verdict goes alone.
    settings.put(LINGER_MS_CONFIG, 0);
    settings.put(ACKS_CONFIG, "all");
    settings.put(MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    settings.put(BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER);
    settings.putAll(client);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  /** For the consumer of {@link LeadTimeMeter}. */
  Map<String, Object> leadTimeConsumer() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(GROUP_ID_CONFIG, applicationId + "-lead-time");
    settings.put(AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Steps, scores and ends of one chain have the same partition number: range keeps them
    // together.
    settings.put(PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    settings.put(SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    // It goes by the times in the log, so it may look late: many records at a time, half a second
    // after the first at most, take a fraction of the processor.
    settings.put(FETCH_MIN_BYTES_CONFIG, MEBIBYTE);
    settings.put(FETCH_MAX_WAIT_MS_CONFIG, LEAD_TIME_WAIT_MS);
    settings.putAll(client);
    return settings;
  }
}
