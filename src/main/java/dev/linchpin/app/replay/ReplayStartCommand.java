package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "start",
    description =
        "Makes a run and works on it until it is done. Stopped or killed, it goes on where it was"
            + " by `resume`.")
final class ReplayStartCommand extends RunsCommand {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "Name of the run: lower-case letters, digits, '-', '_' (default: the time).")
  private Optional<String> name = Optional.empty();

  @Mixin private RangeOptions range;

  @Mixin private ProbeChoiceOption probe;

  @Mixin private WorkOptions work;

  @Option(
      names = "--pace",
      paramLabel = "FACTOR",
      description =
          "1 for the pace at which steps were captured, 10 for ten times as fast (default: as fast"
              + " as possible).")
  private Optional<Double> pace = Optional.empty();

  @Option(names = "--json", description = "Print the counts at the end as one JSON object.")
  private boolean json;

  @Override
  void check() {
    if (!(pace.orElse(1.0) > 0)) {
      throw wrong("--pace: expected more than 0, got " + pace.get());
    }
    try {
      name.ifPresent(ReplayTopics::checkName);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  @Override
  int work(Cluster where, ReplayRuns runs) throws InterruptedException {
    ReplayRequested run = define(where, runs);
    tell("run " + run.run() + " through " + String.join(", ", run.probes()));
    ReplayProgress end =
        new RunWork(
                new Cluster(work.addTo(where.client()), where.topics()),
                runs,
                work.threads(),
                this::tell)
            .finish(run.run());
    say(json ? JsonLine.of(RunText.json(run, end)) : RunText.end(run, end));
    return 0;
  }

  private ReplayRequested define(Cluster where, ReplayRuns runs) {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(where, Clock.systemUTC())) {
      List<ProbeRelease> probes = probe.choice().releases(catalogue, range.model());
      Instant now = Instant.now();
      ReplayRequested run =
          new ReplayRequested(
              name.orElseGet(() -> RunText.nameOf(now)),
              now,
              runs.ranges(range.request()),
              range.chains(),
              range.model(),
              range.fromTime(),
              range.untilTime(),
              probes.stream().map(release -> release.id().key()).toList(),
              pace.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
              false);
      runs.define(run, probes);
      return run;
    }
  }
}
