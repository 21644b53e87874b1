package dev.linchpin.replay;

import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.OffsetRange;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A run at work in this process. Several processes may share one run, as monitors share the live
 * stream; one that comes after a crash goes on where the last commit was.
 */
public final class Replay implements AutoCloseable {
  private final ReplayRequested run;
  private final ReplayTopics topics;
  private final Pace pace;
  private final Frontier frontier = new Frontier();
  private final RunGroup group;
  private final ReplayRole role;

  /**
   * A run that does not work yet.
   *
   * @param cluster where it is
   * @param run what it does, from {@link ReplayRuns}
   * @param threads stream threads, at least 1
   * @param clock says when scores were computed
   */
  public Replay(Cluster cluster, ReplayRequested run, int threads, Clock clock) {
    this.run = run;
    this.topics = new ReplayTopics(cluster.topics(), run.run(), run.partitions());
    this.pace = new Pace(run.paceFactor(), System::nanoTime);
    if (run.paused()) {
      pace.pause();
    }
    this.role = new ReplayRole(cluster, run, topics, threads, pace, frontier, clock);
    this.group = new RunGroup(cluster.client(), topics);
  }

  /**
   * Begins to work, and waits until it does.
   *
   * @throws IllegalStateException when it stopped instead, or did not begin in time
   */
  public void start(Duration patience) throws InterruptedException {
    role.start();
    role.awaitRunning(patience);
  }

  /** Stands still, or goes on. */
  public void pause(boolean still) {
    if (still) {
      pace.pause();
    } else {
      pace.resume();
    }
  }

  /**
   * Whether all that the run reads was read and what came of it is committed; never while it
   * follows the live stream.
   *
   * @throws IllegalStateException when it stopped by itself, with the reason
   */
  public boolean isDone() throws InterruptedException {
    if (!role.isRunning()) {
      role.awaitStopped();
      throw new IllegalStateException("the replay " + run.run() + " was closed");
    }
    if (run.follows()) {
      return false;
    }
    Map<Integer, Long> committed = group.committed();
    Map<Integer, Long> beginnings = group.beginnings();
    return run.ranges().stream()
        .allMatch(range -> isOver(range, committed.get(range.partition()), beginnings));
  }

  /** Commits and stops. */
  @Override
  public void close() {
    role.close();
    group.close();
  }

  private boolean isOver(OffsetRange range, Long committed, Map<Integer, Long> beginnings) {
    long until = range.until().orElseThrow();
    boolean deleted = beginnings.getOrDefault(range.partition(), 0L) >= until;
    return deleted
        || frontier.isBehind(
            range, committed == null ? OptionalLong.empty() : OptionalLong.of(committed));
  }
}
