package dev.linchpin.app;

import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.WorkOptions;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Options of the roles that run on Kafka Streams. */
final class StreamsOptions {
  @Mixin private ClusterOptions cluster;

  @Mixin private WorkOptions work;

  ClusterOptions cluster() {
    return cluster;
  }

  int threads() {
    return work.threads();
  }

  /** Settings of all clients and of Streams. */
  Map<String, String> client() {
    return work.addTo(cluster.client());
  }
}
