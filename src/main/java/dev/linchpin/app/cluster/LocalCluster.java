package dev.linchpin.app.cluster;

import dev.linchpin.broker.EmbeddedKafka;
import dev.linchpin.registry.EmbeddedRegistry;
import dev.linchpin.wire.TopicAdmin;
import dev.linchpin.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** An embedded broker and registry in a folder that goes with them. */
public final class LocalCluster implements AutoCloseable {
  private final Path folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;

  private LocalCluster(Path folder, EmbeddedKafka kafka, EmbeddedRegistry registry) {
    this.folder = folder;
    this.kafka = kafka;
    this.registry = registry;
  }

  /** Starts both and makes the topics. */
  public static LocalCluster start(Topics topics) {
    Path folder = temporaryFolder();
    EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    EmbeddedRegistry registry = EmbeddedRegistry.start(kafka.bootstrapServers());
    createTopics(kafka, topics);
    return new LocalCluster(folder, kafka, registry);
  }

  private static void createTopics(EmbeddedKafka kafka, Topics topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      new TopicAdmin(admin).create(topics, Optional.empty());
    }
  }

  /** Settings of Kafka clients and of the registry client. */
  public Map<String, String> client() {
    return Map.of(
        "bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url());
  }

  /** A folder that goes with the cluster, for what belongs to it. */
  public Path folder() {
    return folder;
  }

  /** Where Kafka Streams may keep its state. */
  public Path stateFolder() {
    return folder.resolve("streams");
  }

  /** Where a trainer may keep activations. */
  public Path cacheFolder() {
    return folder.resolve("activations");
  }

  @Override
  public void close() {
    registry.close();
    kafka.close();
    delete(folder);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("linchpin-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
