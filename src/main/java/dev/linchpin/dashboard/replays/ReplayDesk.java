package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.AuditTrail;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.replay.RefusedReplayException;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.RunOrder;
import dev.linchpin.replay.compare.ComparedSources;
import dev.linchpin.replay.compare.Scorings;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The runs, for requests from all threads: one after another looks or changes. */
final class ReplayDesk implements AutoCloseable {
  private static final int WORST = 20;

  private final Cluster cluster;
  private final InstantSource clock;
  private final AuditTrail audit;
  private final Signal signal;
  private final ReplayRuns runs;
  private final RunWorkers workers;
  private final RunList list;
  private final Semaphore comparing = new Semaphore(1);

  /** A desk at a cluster, where nobody works on a run yet. */
  ReplayDesk(Cluster cluster, InstantSource clock, AuditTrail audit, Signal signal) {
    this.cluster = cluster;
    this.clock = clock;
    this.audit = audit;
    this.signal = signal;
    this.runs = new ReplayRuns(cluster);
    this.workers = new RunWorkers(cluster, signal);
    this.list = new RunList(cluster, runs, workers, clock);
  }

  /** All runs, by name, as of a second ago. */
  synchronized List<RunView> list() {
    return list.read();
  }

  /** What all runs are, without how far they are. */
  synchronized List<ReplayRequested> definitions() {
    return List.copyOf(runs.read());
  }

  /**
   * Makes a run and begins to work on it here.
   *
   * @throws RefusedReplayException if it cannot be done
   */
  RunView start(String user, RunWish wish) {
    RunOrder order = wish.order();
    String name = RunWish.checked(wish.run());
    RunView made;
    synchronized (this) {
      ReplayRequested run = workers.start(() -> order.define(cluster, runs, name, clock.instant()));
      made = list.view(run);
    }
    done(user, "replay.start", name, "through " + String.join(", ", made.probes()));
    return made;
  }

  /**
   * Lets a run stand still, wherever it is at work.
   *
   * @throws RefusedReplayException if there is none
   */
  RunView pause(String user, String run) {
    RunView paused;
    synchronized (this) {
      runs.pause(run, true);
      paused = list.view(runs.get(run));
    }
    done(user, "replay.pause", run, "");
    return paused;
  }

  /**
   * Lets a run go on: where it is at work, else here.
   *
   * @throws RefusedReplayException if there is none, or it cannot be done here
   */
  RunView resume(String user, String run) {
    RunView resumed;
    synchronized (this) {
      ReplayRequested before = runs.get(run);
      boolean atWork = workers.isAtWork(run) || runs.isAtWork(before);
      resumed = list.view(atWork ? goingOn(before) : workers.start(() -> goingOn(before)));
    }
    done(user, "replay.resume", run, "");
    return resumed;
  }

  /**
   * Removes a run and all that it wrote; stops the work on it here.
   *
   * @throws RefusedReplayException if another process works on it, or there is none
   */
  void remove(String user, String run) {
    workers.stop(run);
    synchronized (this) {
      runs.remove(run);
    }
    done(user, "replay.remove", run, "");
  }

  /**
   * Holds two sources of scores against each other; one comparison at a time.
   *
   * @throws RefusedReplayException if there is no such source
   */
  ComparedSources compare(String first, String second) {
    if (!comparing.tryAcquire()) {
      throw ProblemException.unavailable("another comparison is being made, try again");
    }
    try (ReplayRuns own = new ReplayRuns(cluster)) {
      return new Scorings(cluster, own).compare(first, second, Optional.empty(), WORST);
    } finally {
      comparing.release();
    }
  }

  /** Stops the work on all runs in order. */
  @Override
  public void close() {
    workers.close();
    synchronized (this) {
      runs.close();
    }
  }

  private ReplayRequested goingOn(ReplayRequested before) {
    if (before.paused()) {
      runs.pause(before.run(), false);
    }
    return before.paused(false);
  }

  private void done(String user, String action, String run, String detail) {
    synchronized (this) {
      list.expire();
    }
    audit.record(user, action, run, detail);
    signal.fire();
  }
}
