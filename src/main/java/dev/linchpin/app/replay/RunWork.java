package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.replay.RefusedReplayException;
import dev.linchpin.replay.Replay;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.TallyReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Works on a run in this process until it is done, and says how far it is. */
final class RunWork {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final long LINE_NANOS = 1_000_000_000;

  private final Cluster cluster;
  private final ReplayRuns runs;
  private final int threads;
  private final Consumer<String> progress;
  private volatile boolean stopping;

  RunWork(Cluster cluster, ReplayRuns runs, WorkOptions work, Consumer<String> progress) {
    this.cluster = new Cluster(work.addTo(cluster.client()), cluster.topics());
    this.runs = runs;
    this.threads = work.threads();
    this.progress = progress;
  }

  /** The counts when it is done, or stopped. */
  ReplayProgress finish(String name) throws InterruptedException {
    ReplayRequested run = runs.get(name);
    try (TallyReader tally = new TallyReader(cluster, run)) {
      try (Replay replay = new Replay(cluster, run, threads, Clock.systemUTC())) {
        work(run, replay, tally);
      }
      ReplayProgress end = tally.readDecided();
      return stopping ? end : end.ended();
    }
  }

  private void work(ReplayRequested run, Replay replay, TallyReader tally)
      throws InterruptedException {
    Thread end = new Thread(() -> stop(replay));
    Runtime.getRuntime().addShutdownHook(end);
    try {
      replay.start(START);
      follow(run, replay, tally);
    } finally {
      if (!stopping) {
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }

  /** Leaves the group at once, so that the run can be resumed or removed without a wait. */
  private void stop(Replay replay) {
    stopping = true;
    replay.close();
  }

  private void follow(ReplayRequested run, Replay replay, TallyReader tally)
      throws InterruptedException {
    ProgressLine line = new ProgressLine(run, tally.read(), System.nanoTime());
    long said = System.nanoTime();
    while (!stopping && !replay.isDone()) {
      ReplayRequested now =
          runs.poll(run.run(), LOOK)
              .orElseThrow(
                  () -> new RefusedReplayException("the run " + run.run() + " was removed"));
      replay.pause(now.paused());
      long time = System.nanoTime();
      if (time - said >= LINE_NANOS) {
        said = time;
        progress.accept(line.of(tally.read(), now.paused(), time));
      }
    }
  }
}
