package dev.linchpin.app.replay;

import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "remove", description = "Removes a run with its topics and all that it wrote.")
final class ReplayRemoveCommand extends RunsCommand {
  @Mixin private RunParameter run;

  @Override
  int work(Cluster where, ReplayRuns runs) {
    runs.remove(run.name());
    say(run.name() + " is removed");
    return 0;
  }
}
