package dev.linchpin.dashboard.replays;

import dev.linchpin.dashboard.replays.RunView.Workers;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.TallyReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All runs and how far they are, as they were at most a second ago. A run that is done is not
 * counted again. For one thread at a time.
 */
final class RunList {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final ReplayRuns runs;
  private final RunWorkers workers;
  private final InstantSource clock;
  private final Map<ReplayRequested, ProgressView> done = new HashMap<>();
  private Instant readAt = Instant.MIN;
  private List<RunView> list = List.of();

  RunList(Cluster cluster, ReplayRuns runs, RunWorkers workers, InstantSource clock) {
    this.cluster = cluster;
    this.runs = runs;
    this.workers = workers;
    this.clock = clock;
  }

  /** All runs, by name. */
  List<RunView> read() {
    Instant now = clock.instant();
    if (!now.isBefore(readAt.plus(FRESH))) {
      List<ReplayRequested> all = List.copyOf(runs.read());
      done.keySet().retainAll(Set.copyOf(all));
      list = all.stream().map(this::view).collect(Collectors.toUnmodifiableList());
      readAt = now;
    }
    return list;
  }

  /** What was read is no longer so. */
  void expire() {
    readAt = Instant.MIN;
  }

  /** A run as it is now. */
  RunView view(ReplayRequested run) {
    ProgressView over = done.get(run);
    if (over != null) {
      return RunView.of(run, new Workers(false, false), over);
    }
    boolean here = workers.isAtWork(run.run());
    Workers working = new Workers(here || runs.isAtWork(run), here);
    ProgressView progress = progress(run);
    if (progress.done() && !working.any()) {
      done.put(run, progress);
    }
    return RunView.of(run, working, progress);
  }

  private ProgressView progress(ReplayRequested run) {
    try (TallyReader tally = new TallyReader(cluster, run)) {
      return ProgressView.of(tally.read());
    }
  }
}
