package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.RunWork;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A thread that works on one run until it is done, stopped or removed. */
final class RunWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RunWorker.class);

  private final Cluster cluster;
  private final ReplayRequested run;
  private final RunWork work;
  private final Signal signal;
  private final Thread thread;

  /**
   * Begins to work.
   *
   * @param over is given the worker when it has stopped, whatever the reason
   */
  static RunWorker start(
      Cluster cluster, ReplayRequested run, Signal signal, Consumer<RunWorker> over) {
    RunWorker worker = new RunWorker(cluster, run, signal, over);
    worker.thread.start();
    return worker;
  }

  private RunWorker(Cluster cluster, ReplayRequested run, Signal signal, Consumer<RunWorker> over) {
    this.cluster = cluster;
    this.run = run;
    this.work = new RunWork(cluster, run, 1);
    this.signal = signal;
    this.thread = new Thread(() -> run(over), "linchpin-replay-" + run.run());
    thread.setDaemon(true);
  }

  ReplayRequested run() {
    return run;
  }

  /** Stops the work in order; it can go on later, here or elsewhere. */
  @Override
  public void close() {
    work.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Consumer<RunWorker> over) {
    try (ReplayRuns runs = new ReplayRuns(cluster)) {
      runs.read();
      ReplayProgress end = work.finish(runs, (progress, paused) -> signal.fire());
      LOG.infof("Replay stopped: run=%s read=%d scored=%d", run.run(), end.read(), end.scored());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.errorf(e, "Replay failed, it can be resumed: run=%s", run.run());
    } finally {
      over.accept(this);
      signal.fire();
    }
  }
}
