package dev.linchpin.app.replay;

import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "Lets a run stand still, wherever it is at work.")
final class ReplayPauseCommand extends RunsCommand {
  @Mixin private RunParameter run;

  @Override
  int work(Cluster where, ReplayRuns runs) {
    runs.pause(run.name(), true);
    say(run.name() + " is paused");
    return 0;
  }
}
