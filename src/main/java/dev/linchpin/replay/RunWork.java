package dev.linchpin.replay;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/**
 * Works on a run in this process until it is done or stopped. It follows what is asked of the run
 * meanwhile: to stand still, to go on.
 */
public final class RunWork implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final long TELL_NANOS = 1_000_000_000;

  private final Cluster cluster;
  private final ReplayRequested run;
  private final Replay replay;
  private volatile boolean stopping;

  /** Is told how far the work is, once a second. */
  @FunctionalInterface
  public interface Listener {
    /**
     * How far it is.
     *
     * @param now by what is committed
     * @param paused whether it stands still
     */
    void at(ReplayProgress now, boolean paused);
  }

  /**
   * Work that has not begun.
   *
   * @param cluster with the settings of Kafka Streams among those of the clients
   * @param run what is worked on, from {@link ReplayRuns}
   * @param threads stream threads, at least 1
   */
  public RunWork(Cluster cluster, ReplayRequested run, int threads) {
    this.cluster = cluster;
    this.run = run;
    this.replay = new Replay(cluster, run, threads, Clock.systemUTC());
  }

  /**
   * Works, and gives the counts when it is done, or stopped.
   *
   * @param runs those of the cluster, for this thread
   * @throws RefusedReplayException if the run is removed meanwhile
   */
  public ReplayProgress finish(ReplayRuns runs, Listener listener) throws InterruptedException {
    try (TallyReader tally = new TallyReader(cluster, run)) {
      try (Replay working = replay) {
        working.start(START);
        follow(runs, tally, listener);
      } catch (IllegalStateException | KafkaException e) {
        requireStopping(e);
      }
      ReplayProgress end = tally.readDecided();
      return stopping ? end : end.ended();
    }
  }

  /** Stops at once and leaves the group, so that the run can go on or be removed without a wait. */
  @Override
  public void close() {
    stopping = true;
    replay.close();
  }

  /** Whether somebody stops it. */
  public boolean isStopping() {
    return stopping;
  }

  private void follow(ReplayRuns runs, TallyReader tally, Listener listener)
      throws InterruptedException {
    long told = System.nanoTime();
    while (!stopping && !replay.isDone()) {
      ReplayRequested now =
          runs.poll(run.run(), LOOK)
              .orElseThrow(
                  () -> new RefusedReplayException("the run " + run.run() + " was removed"));
      replay.pause(now.paused());
      if (System.nanoTime() - told >= TELL_NANOS) {
        told = System.nanoTime();
        listener.at(tally.read(), now.paused());
      }
    }
  }

  /** A replay that is closed while it works says so, and so do its clients. */
  private void requireStopping(RuntimeException fault) {
    if (!stopping) {
      throw fault;
    }
  }
}
