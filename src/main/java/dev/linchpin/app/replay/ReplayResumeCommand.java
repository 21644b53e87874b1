package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "resume",
    description =
        "Lets a run go on: one that is paused in its own process, one that was stopped or killed in"
            + " this process, where its last commit was.")
final class ReplayResumeCommand extends RunsCommand {
  @Mixin private RunParameter run;

  @Mixin private WorkOptions work;

  @Option(names = "--json", description = "Print the counts at the end as one JSON object.")
  private boolean json;

  @Override
  int work(Cluster where, ReplayRuns runs) throws InterruptedException {
    ReplayRequested before = runs.get(run.name());
    if (before.paused()) {
      runs.pause(run.name(), false);
      if (runs.isAtWork(before)) {
        say(run.name() + " goes on");
        return 0;
      }
    }
    ReplayProgress end = new RunProcess(where, runs, work, this::tell).finish(run.name());
    ReplayRequested now = runs.get(run.name());
    say(json ? JsonLine.of(RunText.json(now, end)) : RunText.end(now, end));
    return 0;
  }
}
