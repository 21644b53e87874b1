package dev.linchpin.app;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.wire.TopicAdmin;
import dev.linchpin.wire.TopicDifference;
import dev.linchpin.wire.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topic catalogue: on paper, or against a cluster. */
@Command(
    name = "topics",
    description =
        "Prints the catalogue of topics; with a cluster, creates what is missing and reports what"
            + " differs.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:no differences", "1:the cluster differs, or does not answer", "2:usage"})
final class TopicsCommand implements Callable<Integer> {

  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "A cluster to compare with the catalogue.")
  private Optional<String> bootstrapServers = Optional.empty();

  @Option(
      names = "--client-config",
      paramLabel = "FILE",
      description = "Properties of Kafka's clients, by their own names, for example how to log in.")
  private Optional<Path> clientConfig = Optional.empty();

  @Option(
      names = "--prefix",
      defaultValue = "",
      description = "Stands before every topic's name (default: none).")
  private String prefix;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of the topics about chains (default ${DEFAULT-VALUE}).")
  private int partitions = Topics.DEFAULT_PARTITIONS;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Copies of the partitions of new topics (default: the cluster's own).")
  private Optional<Short> replication = Optional.empty();

  @Option(names = "--create", description = "Create the topics that are missing.")
  private boolean create;

  @Option(
      names = "--timeout-ms",
      paramLabel = "MS",
      description = "Longest wait for the cluster, in ms (default ${DEFAULT-VALUE}).")
  private int timeoutMs = 15_000;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Topics topics = topics();
    if (bootstrapServers.isEmpty()) {
      print(new TopicsReport(topics.all(), List.of(), Optional.empty()));
      return 0;
    }
    return withCluster(topics);
  }

  private Topics topics() {
    if (create && bootstrapServers.isEmpty()) {
      throw wrong("--create needs --bootstrap-servers");
    }
    try {
      return new Topics(prefix, partitions);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private int withCluster(Topics topics) {
    try (Admin admin = Admin.create(settings())) {
      TopicAdmin cluster = new TopicAdmin(admin);
      List<String> created = create ? cluster.create(topics, replication) : List.of();
      List<TopicDifference> differences = cluster.differences(topics);
      print(new TopicsReport(topics.all(), created, Optional.of(differences)));
      return differences.isEmpty() ? 0 : DIFFERENT;
    } catch (KafkaException e) {
      String where = "linchpin topics: " + bootstrapServers.orElseThrow() + ": ";
      spec.commandLine().getErr().println(where + rootMessage(e));
      return DIFFERENT;
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
    clientConfig.ifPresent(file -> load(settings, file));
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers.orElseThrow());
    return settings;
  }

  private void load(Properties settings, Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw wrong("--client-config: expected a readable properties file, got " + file);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(TopicsReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? JsonLine.of(report.json()) : report.text());
    out.flush();
  }

  private static String rootMessage(KafkaException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
