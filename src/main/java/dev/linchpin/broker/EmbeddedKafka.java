package dev.linchpin.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One KRaft node, broker and controller, on 127.0.0.1. Topics are not created by use. What it holds
 * stays in its folder: started there again, it goes on.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /** Starts on a free port. */
  public static EmbeddedKafka start(Path folder) {
    return start(folder, 0);
  }

  /**
   * Starts, and returns when requests are answered. What can be wrong is looked at before, since
   * Kafka ends the process when its start fails.
   *
   * @param folder where the data is; made when absent
   * @param port 0 for any free one
   */
  public static EmbeddedKafka start(Path folder, int port) {
    FolderLock lock = FolderLock.of(folder);
    try {
      return start(folder, lock, LoopbackPort.freeOr(port));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** {@code host:port}, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Stops in order: nothing has to be recovered at the next start. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    lock.close();
  }

  private static EmbeddedKafka start(Path folder, FolderLock lock, int port) {
    format(folder);
    NodeSettings settings = new NodeSettings(HOST, port, LoopbackPort.free(), folder);
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, lock, port);
  }

  private static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NodeSettings.NODE_ID)
          .addDirectory(folder.toString())
          .setControllerListenerName(NodeSettings.CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .setPrintStream(nowhere)
          .run();
    } catch (Exception e) {
      throw new KafkaException("The embedded broker cannot use the folder " + folder, e);
    }
  }
}
