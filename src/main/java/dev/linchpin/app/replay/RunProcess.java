package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.RunWork;
import dev.linchpin.replay.TallyReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.util.function.Consumer;

/** A process whose work is one run: it says how far it is, and ends in order when it is told to. */
final class RunProcess {
  private final Cluster cluster;
  private final ReplayRuns runs;
  private final int threads;
  private final Consumer<String> progress;

  RunProcess(Cluster cluster, ReplayRuns runs, WorkOptions work, Consumer<String> progress) {
    this.cluster = new Cluster(work.addTo(cluster.client()), cluster.topics());
    this.runs = runs;
    this.threads = work.threads();
    this.progress = progress;
  }

  /** The counts when it is done, or stopped. */
  ReplayProgress finish(String name) throws InterruptedException {
    ReplayRequested run = runs.get(name);
    ProgressLine line = new ProgressLine(run, progress(run), System.nanoTime());
    RunWork work = new RunWork(cluster, run, threads);
    Thread end = new Thread(work::close);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      return work.finish(
          runs, (now, paused) -> progress.accept(line.of(now, paused, System.nanoTime())));
    } finally {
      if (!work.isStopping()) {
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }

  private ReplayProgress progress(ReplayRequested run) {
    try (TallyReader tally = new TallyReader(cluster, run)) {
      return tally.read();
    }
  }
}
