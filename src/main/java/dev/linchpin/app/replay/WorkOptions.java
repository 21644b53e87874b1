package dev.linchpin.app.replay;

import dev.linchpin.wire.Cluster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that work on a run in their process. */
final class WorkOptions {
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

  int threads() {
    return threads;
  }

  Cluster addTo(Cluster where) {
    Map<String, Object> client = new HashMap<>(where.client());
    stateDir.ifPresent(folder -> client.put("state.dir", folder.toString()));
    return new Cluster(client, where.topics());
  }
}
