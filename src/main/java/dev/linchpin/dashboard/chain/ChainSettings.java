package dev.linchpin.dashboard.chain;

import static org.apache.kafka.clients.consumer.ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_ID_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.APPLICATION_SERVER_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.COMMIT_INTERVAL_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.MAX_TASK_IDLE_MS_CONFIG;
import static org.apache.kafka.streams.StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG;

import dev.linchpin.stream.SmallRocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How chains are kept. Every default that differs from Kafka's stands here with its reason; what
 * {@code client} says goes before all of them.
 *
 * @param applicationId names the group of dashboards that share the chains, and their state
 * @param client {@code bootstrap.servers}, {@code schema.registry.url} and whatever else
 * @param address where the other dashboards reach this one
 * @param retention how many chains are kept, and how long
 * @param exposure whether text is kept
 */
public record ChainSettings(
    String applicationId,
    Map<String, String> client,
    HostInfo address,
    Retention retention,
    Exposure exposure) {
  // Queries see what is not committed yet, and every record may be applied twice. A commit waits
  // for the disk once for each store and partition: at one a second the thread did little else.
  private static final int COMMIT_INTERVAL_MS = 10_000;
  // Records come in any order across topics: none waits for those of another.
  private static final long TASK_IDLE_MS = StreamsConfig.MAX_TASK_IDLE_MS_DISABLED;
  // After a crash nobody shows its chains for this long; as the monitor's.
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int HEARTBEAT_MS = 2_000;

  public ChainSettings {
    client = Map.copyOf(client);
  }

  Properties streams() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(APPLICATION_ID_CONFIG, applicationId);
    settings.put(APPLICATION_SERVER_CONFIG, address.host() + ":" + address.port());
    settings.put(COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    settings.put(MAX_TASK_IDLE_MS_CONFIG, TASK_IDLE_MS);
    settings.put(ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class.getName());
    settings.put(SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    settings.put(HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    settings.putAll(client);
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }
}
