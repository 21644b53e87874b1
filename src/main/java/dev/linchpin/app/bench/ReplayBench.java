package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Contender;
import dev.linchpin.app.bench.contender.MonitorContender;
import dev.linchpin.app.bench.contender.ReplayContender;
import dev.linchpin.app.bench.contender.Run;
import dev.linchpin.app.bench.load.StepPlan;
import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Spread;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.app.cluster.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The same recorded steps through the live topology and through replays, in turn. */
final class ReplayBench {
  private static final int OPEN_CHAINS = 64;
  private static final int STEPS_OF_A_CHAIN = 40;
  private static final double SHARE_OF_LIVE = 0.9;
  private static final List<String> NOTES =
      List.of(
          "replay: processes of their own, in turn; measured from 50 % to 95 % of the way. The live"
              + " topology is at-least-once, a replay exactly-once: it writes its scores, its alerts"
              + " and its counts in transactions of four seconds.");

  private final Session session;
  private final long records;
  private final int rounds;
  private final Consumer<String> progress;

  ReplayBench(Session session, long records, int rounds, Consumer<String> progress) {
    this.session = session;
    this.records = records;
    this.rounds = rounds;
    this.progress = progress;
  }

  Findings run() {
    progress.accept("publishing " + records + " steps ...");
    int partitions = session.settings().partitions();
    session.fill(new StepPlan(OPEN_CHAINS, STEPS_OF_A_CHAIN, partitions), records);
    Contender monitor = new MonitorContender(session.place(), session.settings().threads());
    Contender replay = new ReplayContender(session.place(), session.settings().threads());
    List<Run> live = new ArrayList<>();
    List<Run> replayed = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      live.add(measured(round, monitor));
      replayed.add(measured(round, replay));
    }
    return findings(live, replayed);
  }

  private Run measured(int round, Contender contender) {
    Run run = contender.run(records);
    progress.accept(
        String.format(
            Locale.ROOT, "round %d: %s: %.0f steps/s", round, contender.name(), rate(run)));
    return run;
  }

  private Findings findings(List<Run> live, List<Run> replayed) {
    List<Double> ratios =
        IntStream.range(0, rounds)
            .mapToObj(i -> rate(replayed.get(i)) / rate(live.get(i)))
            .toList();
    Bar bar =
        Bar.atLeast(
            "steps/s of a replay over the live topology's",
            Spread.of(ratios, Double::doubleValue).median(),
            SHARE_OF_LIVE);
    Table table =
        new Table(
            "replay",
            "Replay, %s bf16, %d steps, %d partitions, median of %d rounds (least, most)"
                .formatted(
                    Session.name(session.settings().shape()),
                    records,
                    session.settings().partitions(),
                    rounds),
            List.of(
                Column.words("who", ""),
                new Column("stepsPerSecond", "steps/s", 0),
                new Column("leastStepsPerSecond", "least", 0),
                new Column("mostStepsPerSecond", "most", 0),
                new Column("cpuSecondsPerThousand", "CPU s/1000", 2),
                new Column("peakMegabytes", "peak MB", 0)),
            List.of(row("live topology", live), row("replay", replayed)));
    return new Findings(List.of(bar), List.of(table), NOTES);
  }

  private static List<Object> row(String who, List<Run> runs) {
    Spread rate = Spread.of(runs, ReplayBench::rate);
    return List.of(
        who,
        rate.median(),
        rate.least(),
        rate.most(),
        Spread.of(runs, run -> run.steady().cpuPerThousand()).median(),
        Spread.of(runs, Run::peakMb).most());
  }

  private static double rate(Run run) {
    return run.steady().recordsPerSecond();
  }
}
