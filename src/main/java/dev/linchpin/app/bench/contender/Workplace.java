package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where contenders work.
 *
 * @param cluster has the steps
 * @param program this program
 */
public record Workplace(BenchCluster cluster, Program program) {
  /**
   * Starts this program with these arguments.
   *
   * @param port for its metrics, if it has any; 0 for any
   */
  ChildProcess linchpin(List<String> arguments, int port) {
    Map<String, String> environment = Map.of("QUARKUS_HTTP_PORT", Integer.toString(port));
    return ChildProcess.start(program.command(arguments), environment, cluster.folder());
  }

  /** Starts any program. */
  ChildProcess command(List<String> command) {
    return ChildProcess.start(command, Map.of(), cluster.folder());
  }

  /** A port that nobody has now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  /** A name that no group has had. */
  public static String freshName() {
    return "bench-" + UUID.randomUUID();
  }
}
