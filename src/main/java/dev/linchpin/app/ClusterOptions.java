package dev.linchpin.app;

import dev.linchpin.wire.Topics;
import dev.linchpin.wire.confluent.RegistryConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which cluster and registry a role works with. */
final class ClusterOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The Kafka cluster.")
  private Optional<String> bootstrapServers = Optional.empty();

  @Option(
      names = "--schema-registry-url",
      paramLabel = "URL",
      description = "The schema registry, Confluent's API.")
  private Optional<String> registryUrl = Optional.empty();

  @Option(
      names = "--client-config",
      paramLabel = "FILE",
      description =
          "Properties of Kafka's clients and the registry client, by their own names, for example"
              + " how to log in. The options above go before it.")
  private Optional<Path> clientConfig = Optional.empty();

  @Option(
      names = "--prefix",
      defaultValue = "",
      description = "Stands before every topic's name (default: none).")
  private String prefix;

  /** Whether any of the options names a cluster. */
  boolean isGiven() {
    return bootstrapServers.isPresent() || clientConfig.isPresent();
  }

  /** The catalogue on the cluster. */
  Topics topics() {
    try {
      return new Topics(prefix, Topics.DEFAULT_PARTITIONS);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  /** Settings of Kafka's clients and the registry client; both addresses are there. */
  Map<String, Object> client() {
    Map<String, Object> settings = new HashMap<>();
    clientConfig.ifPresent(file -> read(file).forEach((k, v) -> settings.put(k.toString(), v)));
    bootstrapServers.ifPresent(
        servers -> settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
    registryUrl.ifPresent(url -> settings.put(RegistryConfig.URL, url));
    requireAddresses(settings);
    return settings;
  }

  private void requireAddresses(Map<String, Object> settings) {
    List<String> missing = new ArrayList<>();
    if (!settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      missing.add("--bootstrap-servers");
    }
    if (!settings.containsKey(RegistryConfig.URL)) {
      missing.add("--schema-registry-url");
    }
    if (!missing.isEmpty()) {
      throw wrong(
          "Missing " + String.join(" and ", missing) + " (or the setting in --client-config)");
    }
  }

  private Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw wrong("--client-config: expected a readable properties file, got " + file);
    }
    return properties;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
