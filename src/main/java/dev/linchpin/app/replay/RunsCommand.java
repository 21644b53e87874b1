package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.ClusterOptions;
import dev.linchpin.app.cluster.Posts;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about replays share: the cluster and its runs, open while they work. */
@Command(
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused, a difference where there must be none, or the cluster does not answer",
      "2:usage"
    })
abstract class RunsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ClusterOptions cluster;

  @Mixin private ClaimStoreOption claimStore;

  @Override
  public final Integer call() throws InterruptedException {
    check();
    Cluster where = new Cluster(claimStore.addTo(cluster.client()), cluster.topics());
    Posts.require(where.client(), where.topics().replays());
    try (ReplayRuns runs = new ReplayRuns(where)) {
      return work(where, runs);
    }
  }

  /** Throws what can be known before the cluster is asked. */
  void check() {}

  /** Does the work and gives the exit code. */
  abstract int work(Cluster where, ReplayRuns runs) throws InterruptedException;

  final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  final void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  final void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
