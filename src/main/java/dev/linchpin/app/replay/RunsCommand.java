package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.ClusterCommand;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.Topics;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What the commands about replays share: the runs of the cluster, open while they work. */
abstract class RunsCommand extends ClusterCommand {
  @Mixin private ClaimStoreOption claimStore;

  @Override
  protected final Map<String, Object> settings(Map<String, Object> client) {
    return claimStore.addTo(client);
  }

  @Override
  protected final List<Topic<?>> needed(Topics topics) {
    return List.of(topics.replays());
  }

  @Override
  protected final int work(Cluster where) throws InterruptedException {
    try (ReplayRuns runs = new ReplayRuns(where)) {
      return work(where, runs);
    }
  }

  /** Does the work and gives the exit code. */
  abstract int work(Cluster where, ReplayRuns runs) throws InterruptedException;
}
