package dev.linchpin.app.bench.contender;

import dev.linchpin.app.bench.load.BenchCluster;
import dev.linchpin.wire.ReplayTopics;
import dev.linchpin.wire.StepScored;
import dev.linchpin.wire.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A replay of all steps, as fast as possible, through the running probe. A step counts when its
 * score is in the log of the run: every commit adds a mark to each partition, which counts too.
 */
public final class ReplayContender implements Contender {
  private static final long LOOK_NANOS = 20_000_000;

  private final Workplace place;
  private final int threads;

  /**
   * A replay.
   *
   * @param threads stream threads
   */
  public ReplayContender(Workplace place, int threads) {
    this.place = place;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public Run run(long records) {
    BenchCluster cluster = place.cluster();
    String run = Workplace.freshName();
    Topic<StepScored> scores =
        new ReplayTopics(cluster.topics(), run, cluster.topics().partitions()).scoring().scores();
    Path state = cluster.folder().resolve(run);
    try (ChildProcess process = place.linchpin(arguments(run, state), 0)) {
      Marks marks = Marks.middle(records, process.usage());
      while (!marks.passed(1)) {
        LockSupport.parkNanos(LOOK_NANOS);
        if (cluster.has(scores)) {
          marks.observe(cluster.written(scores));
        }
        if (!marks.passed(1)) {
          process.requireAlive();
        }
      }
      return new Run(marks.between(0, 1), process.usage().peakMb());
    }
  }

  private List<String> arguments(String run, Path state) {
    return List.of(
        "replay",
        "start",
        run,
        "--bootstrap-servers",
        place.cluster().client().get("bootstrap.servers"),
        "--schema-registry-url",
        place.cluster().client().get("schema.registry.url"),
        "--threads",
        Integer.toString(threads),
        "--state-dir",
        state.toString());
  }
}
