package dev.linchpin.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on a free port. */
  public static EmbeddedKafka start(Path folder) {
    return start(folder, 0);
  }

  /**
   * Starts, and returns when requests are answered.
   *
   * @param folder where the data is; made when absent
   * @param port 0 for any free one
   */
  public static EmbeddedKafka start(Path folder, int port) {
    int listener = port == 0 ? freePort() : port;
    format(folder);
    NodeSettings settings = new NodeSettings(HOST, listener, freePort(), folder);
    KafkaRaftServer server =
        new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
    startOrStop(server, folder);
    return new EmbeddedKafka(server, listener);
  }

  /** {@code host:port}, for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  /** Stops in order: nothing has to be recovered at the next start. */
  @Override
  public void close() {
    stop(server);
  }

  private static void startOrStop(KafkaRaftServer server, Path folder) {
    try {
      server.startup();
    } catch (RuntimeException e) {
      stop(server);
      throw new KafkaException("The embedded Kafka broker could not start in " + folder, e);
    }
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Files.createDirectories(folder);
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NodeSettings.NODE_ID)
          .addDirectory(folder.toString())
          .setControllerListenerName(NodeSettings.CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .setPrintStream(nowhere)
          .run();
    } catch (Exception e) {
      throw new KafkaException("The folder of the embedded broker cannot be used: " + folder, e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
