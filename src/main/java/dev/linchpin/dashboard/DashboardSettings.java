package dev.linchpin.dashboard;

import dev.linchpin.wire.Cluster;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.HostInfo;

/**
 * What a dashboard shows, and where it is reached.
 *
 * @param cluster where the topics are; Kafka Streams takes its settings from it, too
 * @param address where the other dashboards of the cluster reach this one
 * @param scheme {@code http} or {@code https}, the same for all of them
 */
public record DashboardSettings(Cluster cluster, HostInfo address, String scheme) {

  /** Settings of clients and of Kafka Streams, as text. */
  Map<String, String> client() {
    Map<String, String> client = new HashMap<>();
    cluster.client().forEach((name, value) -> client.put(name, value.toString()));
    return client;
  }

  /** Names a group of this installation. */
  String group(String name) {
    return cluster.topics().prefix() + name;
  }
}
