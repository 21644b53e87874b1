package dev.linchpin.app.cluster;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of whatever runs on Kafka Streams. */
public final class WorkOptions {
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

  public int threads() {
    return threads;
  }

  /** Settings of all clients, with those of Streams added. */
  public Map<String, String> addTo(Map<String, ?> client) {
    Map<String, String> settings = new HashMap<>();
    client.forEach((name, value) -> settings.put(name, value.toString()));
    stateDir.ifPresent(folder -> settings.put("state.dir", folder.toString()));
    return settings;
  }
}
