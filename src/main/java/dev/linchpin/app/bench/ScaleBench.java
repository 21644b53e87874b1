package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.bench.ScaleResult.Row;
import dev.linchpin.app.bench.contender.Marks;
import dev.linchpin.app.bench.contender.MonitorProcess;
import dev.linchpin.app.bench.contender.Program;
import dev.linchpin.app.bench.contender.Steady;
import dev.linchpin.app.bench.contender.Workplace;
import dev.linchpin.app.bench.load.StepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a step costs the monitor as history, chains, probes and partitions grow, and what a second
 * monitor brings. Steps are small where there are many of them.
 */
final class ScaleBench {
  private static final CaptureShape SMALL = new CaptureShape(4, 64, Pooling.MEAN);
  private static final CaptureShape MIDDLE = new CaptureShape(24, 896, Pooling.MEAN);
  private static final int PARTITIONS = 4;
  private static final int THREADS = 1;
  private static final int STEPS_OF_A_CHAIN = 40;
  private static final int OPEN_CHAINS = 64;
  private static final int[] CHAINS = {1, 100, 10_000};
  private static final int[] PROBES = {1, 4, 16};
  private static final int[] PARTITION_COUNTS = {1, 8, 32};

  private final Program program;
  private final long mostSteps;
  private final Consumer<String> progress;

  /**
   * Not measured yet.
   *
   * @param mostSteps the longest history, at least 10,000; the other rows have a tenth of it
   */
  ScaleBench(Program program, long mostSteps, Consumer<String> progress) {
    this.program = program;
    this.mostSteps = mostSteps;
    this.progress = progress;
  }

  /** All rows. */
  ScaleResult run() {
    List<Row> rows = new ArrayList<>(history());
    for (int chains : CHAINS) {
      rows.add(single("chains at a time", chains, load(SMALL, PARTITIONS, chains, 1)));
    }
    for (int partitions : PARTITION_COUNTS) {
      rows.add(single("partitions", partitions, load(SMALL, partitions, OPEN_CHAINS, 1)));
    }
    for (int probes : PROBES) {
      rows.add(single("probes", probes, load(MIDDLE, PARTITIONS, OPEN_CHAINS, probes)));
    }
    return new ScaleResult(rows, shared());
  }

  private record Load(Session.Settings settings, int openChains, int probes, long steps) {}

  private Load load(CaptureShape shape, int partitions, int openChains, int probes) {
    long steps = mostSteps / (shape.equals(SMALL) ? 10 : 100L);
    return new Load(new Session.Settings(shape, partitions, THREADS), openChains, probes, steps);
  }

  private Session open(Load load) {
    Session session = Session.open(load.settings(), program, line -> {});
    session.publishChallengers(load.probes() - 1);
    session.fill(
        new StepPlan(load.openChains(), STEPS_OF_A_CHAIN, load.settings().partitions()),
        load.steps());
    return session;
  }

  /** One monitor goes through all of it; the cost is that of the way from mark to mark. */
  private List<Row> history() {
    Load all =
        new Load(new Session.Settings(SMALL, PARTITIONS, THREADS), OPEN_CHAINS, 1, mostSteps);
    List<Long> counts =
        Stream.iterate(1_000L, count -> count < mostSteps, count -> 10 * count).toList();
    List<Long> marks = Stream.concat(counts.stream(), Stream.of(mostSteps)).toList();
    List<Row> rows = new ArrayList<>();
    try (Session session = open(all);
        MonitorProcess monitor = start(session, Workplace.freshName())) {
      Marks seen = new Marks(marks, System::nanoTime, monitor.usage()::cpuSeconds);
      for (int i = 0; i < marks.size(); i++) {
        monitor.awaitScores(session.cluster(), 0, seen, i);
        if (i > 0) {
          rows.add(row("steps of history", marks.get(i), 1, seen.between(i - 1, i), monitor));
        }
      }
    }
    return rows;
  }

  private Row single(String dimension, long value, Load load) {
    try (Session session = open(load);
        MonitorProcess monitor = start(session, Workplace.freshName())) {
      long expected = load.steps() * load.probes();
      Marks marks = Marks.middle(expected, monitor.usage());
      monitor.awaitScores(session.cluster(), 0, marks, 1);
      return row(dimension, value, load.probes(), marks.between(0, 1), monitor);
    }
  }

  /** The same work by one monitor and by two. */
  private List<ScaleResult.Share> shared() {
    List<ScaleResult.Share> shares = new ArrayList<>();
    for (int instances = 1; instances <= 2; instances++) {
      shares.add(shared(instances));
    }
    return shares;
  }

  private ScaleResult.Share shared(int instances) {
    Load load = load(MIDDLE, PARTITIONS, OPEN_CHAINS, 1);
    List<MonitorProcess> monitors = new ArrayList<>();
    try (Session session = open(load)) {
      String group = Workplace.freshName();
      for (int i = 0; i < instances; i++) {
        monitors.add(start(session, group));
      }
      Marks marks = Marks.middle(load.steps(), monitors.get(0).usage());
      monitors.get(0).awaitScores(session.cluster(), 0, marks, 1);
      List<Double> scored = monitors.stream().map(monitor -> monitor.metrics().scored()).toList();
      progress.accept("monitors: " + instances + ", steps of each: " + scored);
      return new ScaleResult.Share(instances, marks.between(0, 1).recordsPerSecond(), scored);
    } finally {
      monitors.forEach(MonitorProcess::close);
    }
  }

  private static MonitorProcess start(Session session, String group) {
    return MonitorProcess.start(session.place(), group, THREADS);
  }

  private Row row(String dimension, long value, int probes, Steady steady, MonitorProcess monitor) {
    Row row =
        new Row(
            dimension,
            value,
            steady.recordsPerSecond() / probes,
            probes,
            1e6 * steady.cpuSeconds() * probes / steady.records(),
            monitor.usage().peakMb(),
            monitor.stateBytes() / 1e3);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s %d: %.0f steps/s, %.1f µs CPU a step",
            dimension,
            value,
            row.stepsPerSecond(),
            row.cpuMicros()));
    return row;
  }
}
