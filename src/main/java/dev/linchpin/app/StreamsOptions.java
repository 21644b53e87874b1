package dev.linchpin.app;

import dev.linchpin.app.cluster.ClusterOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the roles that run on Kafka Streams. */
final class StreamsOptions {
  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Stream threads (default ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Where Kafka Streams keeps its files (default: its own).")
  private Optional<Path> stateDir = Optional.empty();

  ClusterOptions cluster() {
    return cluster;
  }

  int threads() {
    return threads;
  }

  /** Settings of all clients and of Streams. */
  Map<String, String> client() {
    Map<String, String> client = new HashMap<>();
    cluster.client().forEach((name, value) -> client.put(name, value.toString()));
    stateDir.ifPresent(folder -> client.put("state.dir", folder.toString()));
    return client;
  }
}
