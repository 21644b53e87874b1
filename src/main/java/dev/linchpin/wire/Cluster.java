package dev.linchpin.wire;

import java.util.Map;

/**
 * Where a role works.
 *
 * @param client settings of Kafka's clients and of the registry client, by their own names
 * @param topics the catalogue
 */
public record Cluster(Map<String, ?> client, Topics topics) {
  public Cluster {
    client = Map.copyOf(client);
  }
}
