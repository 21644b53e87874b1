package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.TallyReader;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Prints all runs and how far they are.")
final class ReplayListCommand extends RunsCommand {
  private static final String ROW = "%-24s %-8s %10s %10s  %s";

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  @Override
  int work(Cluster where, ReplayRuns runs) {
    List<Map<String, Object>> all = new ArrayList<>();
    if (!json) {
      say(ROW.formatted("RUN", "STATE", "READ", "TO READ", "PROBES"));
    }
    for (ReplayRequested run : runs.read()) {
      ReplayProgress progress = progress(where, run);
      if (json) {
        all.add(RunText.json(run, progress));
      } else {
        say(row(run, progress, runs.isAtWork(run)));
      }
    }
    if (json) {
      say(JsonLine.of(all));
    }
    return 0;
  }

  private static ReplayProgress progress(Cluster where, ReplayRequested run) {
    try (TallyReader tally = new TallyReader(where, run)) {
      return tally.read();
    }
  }

  private static String row(ReplayRequested run, ReplayProgress progress, boolean atWork) {
    return ROW.formatted(
        run.run(),
        RunText.state(run, progress, atWork),
        progress.read(),
        progress.remaining().isPresent() ? progress.remaining().getAsLong() : "follows",
        String.join(", ", run.probes()));
  }
}
