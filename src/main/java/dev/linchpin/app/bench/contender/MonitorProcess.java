package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import java.util.List;

/** {@code linchpin monitor} in a process of its own. */
public final class MonitorProcess implements AutoCloseable {
  private final ChildProcess process;

  private MonitorProcess(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param applicationId those with the same one share the work
   * @param threads stream threads
   */
  public static MonitorProcess start(Workplace place, String applicationId, int threads) {
    BenchCluster cluster = place.cluster();
    return new MonitorProcess(
        place.linchpin(
            List.of(
                "monitor",
                "--bootstrap-servers",
                cluster.client().get("bootstrap.servers"),
                "--schema-registry-url",
                cluster.client().get("schema.registry.url"),
                "--application-id",
                applicationId,
                "--threads",
                Integer.toString(threads),
                "--state-dir",
                cluster.folder().resolve(Workplace.freshName()).toString())));
  }

  /** What it uses. */
  public Usage usage() {
    return process.usage();
  }

  /** Passes while it runs. */
  public void requireAlive() {
    process.requireAlive();
  }

  @Override
  public void close() {
    process.close();
  }
}
