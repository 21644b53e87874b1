package dev.linchpin.replay;

import dev.linchpin.log.TopicTail;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.ReplayCounted;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import java.util.HashMap;
import java.util.Map;

/** Reads what a run has counted, from any process. For one thread at a time. */
public final class TallyReader implements AutoCloseable {
  private final ReplayRequested run;
  private final TopicTail<ReplayCounted> tail;
  private final Map<String, ReplayCounted> counts = new HashMap<>();

  /** A reader of a run's counts; fails when the cluster is away. */
  public TallyReader(Cluster cluster, ReplayRequested run) {
    this.run = run;
    this.tail =
        new TopicTail<>(
            cluster,
            new ReplayTopics(cluster.topics(), run.run(), run.partitions()).tally(),
            Patience.until(() -> true));
  }

  /** How far the run is, by what it has committed. */
  public ReplayProgress read() {
    tail.readToEnd(this::note);
    return ReplayProgress.of(run, counts.values());
  }

  /** As {@link #read}, after what a process that died has left undecided. */
  public ReplayProgress readDecided() {
    tail.readToDecidedEnd(this::note);
    return ReplayProgress.of(run, counts.values());
  }

  @Override
  public void close() {
    tail.close();
  }

  private void note(TopicTail.Entry<ReplayCounted> entry) {
    entry.value().ifPresent(count -> counts.put(entry.key(), count));
  }
}
