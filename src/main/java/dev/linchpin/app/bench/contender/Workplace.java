package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
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
  private static final Map<String, String> ANY_PORT = Map.of("QUARKUS_HTTP_PORT", "0");

  /** Starts this program with these arguments. */
  ChildProcess linchpin(List<String> arguments) {
    return command(program.command(arguments));
  }

  /** Starts any program. */
  ChildProcess command(List<String> command) {
    return ChildProcess.start(command, ANY_PORT, cluster.folder());
  }

  /** A name that no group has had. */
  public static String freshName() {
    return "bench-" + UUID.randomUUID();
  }
}
