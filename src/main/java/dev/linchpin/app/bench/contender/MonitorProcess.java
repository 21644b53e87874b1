package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** {@code linchpin monitor} in a process of its own. */
public final class MonitorProcess implements AutoCloseable {
  private static final long LOOK_NANOS = 20_000_000;

  private final ChildProcess process;
  private final MetricsPage metrics;
  private final Path state;

  private MonitorProcess(ChildProcess process, MetricsPage metrics, Path state) {
    this.process = process;
    this.metrics = metrics;
    this.state = state;
  }

  /**
   * Starts one.
   *
   * @param applicationId those with the same one share the work
   * @param threads stream threads
   */
  public static MonitorProcess start(Workplace place, String applicationId, int threads) {
    BenchCluster cluster = place.cluster();
    Path state = cluster.folder().resolve(Workplace.freshName());
    int port = Workplace.freePort();
    ChildProcess process =
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
                state.toString()),
            port);
    return new MonitorProcess(process, new MetricsPage(port), state);
  }

  /** What it uses. */
  public Usage usage() {
    return process.usage();
  }

  /** Passes while it runs. */
  public void requireAlive() {
    process.requireAlive();
  }

  /** What it says of itself. */
  public MetricsPage metrics() {
    return metrics;
  }

  /** Bytes of its state on the disk. */
  public long stateBytes() {
    try (Stream<Path> files = Files.exists(state) ? Files.walk(state) : Stream.empty()) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException | UncheckedIOException e) {
      // A file went away while it was looked at.
      return 0;
    }
  }

  /**
   * Watches the scores that can be read, every few milliseconds, until a mark is passed.
   *
   * @param before scores that were there before it
   * @param mark index of the mark
   */
  public void awaitScores(BenchCluster cluster, long before, Marks marks, int mark) {
    while (!marks.passed(mark)) {
      LockSupport.parkNanos(LOOK_NANOS);
      requireAlive();
      marks.observe(cluster.written(cluster.topics().scores()) - before);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
