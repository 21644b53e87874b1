package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.compare.ComparedSources;
import dev.linchpin.replay.compare.Scorings;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayTopics;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description =
        "Holds two runs against each other, or a run against what was scored live: verdicts that"
            + " differ, how far scores are apart, and what both are worth where labels exist.")
final class ReplayCompareCommand extends RunsCommand {
  @Parameters(index = "0", paramLabel = "FIRST", description = "A run, or live.")
  private String first;

  @Parameters(
      index = "1",
      paramLabel = "SECOND",
      defaultValue = ReplayTopics.LIVE,
      description = "Another run, or live (default ${DEFAULT-VALUE}).")
  private String second;

  @Option(
      names = "--live-probe",
      paramLabel = "MODEL/NAME/VERSION",
      description = "Whose live scores (default: of each step, the probe that flagged).")
  private Optional<String> liveProbe = Optional.empty();

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many steps that differ most are printed (default ${DEFAULT-VALUE}).")
  private int worst;

  @Option(names = "--json", description = "Print one JSON object, with all verdicts that differ.")
  private boolean json;

  @Override
  protected void check() {
    if (first.equals(second)) {
      throw wrong("expected two different runs, or a run and live, got " + first + " twice");
    }
    if (worst < 0) {
      throw wrong("--worst: expected at least 0, got " + worst);
    }
  }

  @Override
  int work(Cluster where, ReplayRuns runs) {
    ComparedSources compared = new Scorings(where, runs).compare(first, second, liveProbe, worst);
    ComparisonReport report = new ComparisonReport(compared);
    say(json ? JsonLine.of(report.json()) : report.text());
    return 0;
  }
}
