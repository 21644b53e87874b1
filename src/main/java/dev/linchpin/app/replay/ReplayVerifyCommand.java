package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.app.cluster.WorkOptions;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.replay.ReplayProgress;
import dev.linchpin.replay.ReplayRuns;
import dev.linchpin.replay.compare.ScoreReader;
import dev.linchpin.replay.compare.Verification;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.ReplayRequested;
import dev.linchpin.wire.StepScored;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "verify",
    description =
        "Replays a range by the probe that scored it and compares with what was scored live, bit"
            + " for bit. Exit code 1 with the first difference if there is one.")
final class ReplayVerifyCommand extends RunsCommand {
  private static final String NAME = "verify-";

  @Mixin private RunOptions options;

  @Mixin private WorkOptions work;

  @Option(names = "--keep", description = "Keep the run, to look into it.")
  private boolean keep;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  protected void check() {
    if (options.check().follow()) {
      throw wrong("--follow: expected a range with an end");
    }
  }

  @Override
  int work(Cluster where, ReplayRuns runs) throws InterruptedException {
    Instant now = Instant.now();
    ReplayRequested run =
        options.define(where, runs, NAME + RunText.nameOf(now), now, OptionalDouble.empty());
    ReplayProgress end = new RunProcess(where, runs, work, this::tell).finish(run.run());
    Verification verified = verification(where, runs, run);
    if (!keep) {
      runs.remove(run.run());
    }
    say(json ? JsonLine.of(json(run, end, verified)) : text(run, end, verified));
    return verified.holds() ? 0 : 1;
  }

  private static Verification verification(Cluster where, ReplayRuns runs, ReplayRequested run) {
    ScoreReader reader = new ScoreReader(where);
    Set<String> probes = new TreeSet<>(run.probes());
    Map<StepRef, StepScored> live =
        reader.scores(
            where.topics().scores(),
            score -> probes.contains(score.probe().key()) && run.covers(score));
    Map<StepRef, StepScored> replayed =
        reader.scores(runs.topics(run).scoring().scores(), score -> true);
    return Verification.of(live, replayed);
  }

  private static String text(ReplayRequested run, ReplayProgress end, Verification verified) {
    String counts =
        "%s%n%d equal, %d different, %d scored live alone, %d scored by the replay alone"
            .formatted(
                RunText.end(run, end),
                verified.equal(),
                verified.different(),
                verified.onlyLive(),
                verified.onlyReplayed());
    return verified
        .first()
        .map(
            first ->
                "%s%nfirst difference: partition %d, offset %d, %s/%d, %s: live %s, replayed %s"
                    .formatted(
                        counts,
                        first.at().partition(),
                        first.at().offset(),
                        first.step().chainId(),
                        first.step().stepIndex(),
                        first.field(),
                        first.live(),
                        first.replayed()))
        .orElse(counts + (verified.holds() ? ": equal bit for bit" : ""));
  }

  private static Map<String, Object> json(
      ReplayRequested run, ReplayProgress end, Verification verified) {
    Map<String, Object> json = new LinkedHashMap<>(RunText.json(run, end));
    json.put("equal", verified.equal());
    json.put("different", verified.different());
    json.put("onlyLive", verified.onlyLive());
    json.put("onlyReplayed", verified.onlyReplayed());
    json.put("holds", verified.holds());
    verified.first().ifPresent(first -> json.put("firstDifference", first));
    return json;
  }
}
