package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.ReplayTopics;
import java.time.Instant;
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

  @Mixin private RunOptions options;

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
  protected void check() {
    if (!(pace.orElse(1.0) > 0)) {
      throw wrong("--pace: expected more than 0, got " + pace.get());
    }
    try {
      name.ifPresent(ReplayTopics::checkName);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
    options.check();
  }

  @Override
  int work(Cluster where, ReplayRuns runs) throws InterruptedException {
    Instant now = Instant.now();
    ReplayRequested run =
        options.define(
            where,
            runs,
            name.orElseGet(() -> RunText.nameOf(now)),
            now,
            pace.map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    tell("run " + run.run() + " through " + String.join(", ", run.probes()));
    ReplayProgress end = new RunProcess(where, runs, work, this::tell).finish(run.run());
    say(json ? JsonLine.of(RunText.json(run, end)) : RunText.end(run, end));
    return 0;
  }
}
