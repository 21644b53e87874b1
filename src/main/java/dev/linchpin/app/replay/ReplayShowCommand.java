package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.TallyReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Prints a run: what it reads, how far it is.")
final class ReplayShowCommand extends RunsCommand {
  @Mixin private RunParameter name;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  int work(Cluster where, ReplayRuns runs) {
    ReplayRequested run = runs.get(name.name());
    try (TallyReader tally = new TallyReader(where, run)) {
      ReplayProgress progress = tally.read();
      say(
          json
              ? JsonLine.of(RunText.json(run, progress))
              : RunText.details(run, progress, runs.isAtWork(run)));
    }
    return 0;
  }
}
