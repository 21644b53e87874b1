package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.http.Signal;
import dev.linchpin.replay.RefusedReplayException;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The runs that this process works on, a few at most. For all threads. */
final class RunWorkers implements AutoCloseable {
  /** Each has a Streams client and a thread of its own. */
  static final int MOST = 2;

  private final Cluster cluster;
  private final Signal signal;
  private final Map<String, RunWorker> workers = new TreeMap<>();
  private boolean closed;

  /**
   * Nobody works yet.
   *
   * @param cluster with the settings of Kafka Streams, too
   */
  RunWorkers(Cluster cluster, Signal signal) {
    this.cluster = cluster;
    this.signal = signal;
  }

  /**
   * Begins to work on a run, if there is room for it.
   *
   * @param run makes or finds it, once that is clear
   * @throws RefusedReplayException if as many as may be are at work
   */
  synchronized ReplayRequested start(Supplier<ReplayRequested> run) {
    if (closed || workers.size() >= MOST) {
      throw new RefusedReplayException(
          "expected at most %d runs at work in this process, got another; at work are %s"
              .formatted(MOST, workers.keySet()));
    }
    ReplayRequested found = run.get();
    workers.put(found.run(), RunWorker.start(cluster, found, signal, this::forget));
    return found;
  }

  /** Whether this process works on a run. */
  synchronized boolean isAtWork(String run) {
    return workers.containsKey(run);
  }

  /** Stops the work on a run here, if there is any. */
  void stop(String run) {
    worker(run).ifPresent(RunWorker::close);
  }

  /** Stops all work. */
  @Override
  public void close() {
    all().forEach(RunWorker::close);
  }

  private synchronized Optional<RunWorker> worker(String run) {
    return Optional.ofNullable(workers.get(run));
  }

  private synchronized List<RunWorker> all() {
    closed = true;
    return List.copyOf(workers.values());
  }

  private synchronized void forget(RunWorker worker) {
    workers.remove(worker.run().run(), worker);
  }
}
