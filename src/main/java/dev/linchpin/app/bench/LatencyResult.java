package dev.linchpin.app.bench;

import dev.linchpin.app.bench.LatencyBench.Level;
import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.app.cluster.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@link LatencyBench} saw.
 *
 * @param settings what was measured
 * @param maxRate steps a second that are the whole load
 * @param monitored with the monitor: due until the alert could be read
 * @param plain without: due until the step itself could be read
 */
record LatencyResult(
    Session.Settings settings, double maxRate, List<Level> monitored, List<Level> plain) {
  private static final double COMPARED_LOAD = 0.5;
  private static final double DEADLINE_LOAD = 0.8;
  private static final double MOST_MEDIAN = 2;
  private static final double MOST_P99 = 3;
  private static final double IN_TIME = 0.999;
  private static final double STEP_MILLIS = LatencyBench.STEP_SECONDS * 1e3;
  private static final List<String> NOTES =
      List.of(
          "latency: from the time at which a step was due to be published (open loop, so waiting"
              + " behind others counts) until poll returned its alert, or the step itself to a plain"
              + " consumer; a step of every chain each 100 ms; loads are shares of what can be published"
              + " and scored at the same time; a step without an alert is not in time.");

  /** Bars, table and notes. */
  Findings findings() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < monitored.size(); i++) {
      bars.addAll(bars(monitored.get(i), plain.get(i)));
    }
    return new Findings(bars, List.of(table()), NOTES);
  }

  private static List<Bar> bars(Level level, Level base) {
    if (level.load() == COMPARED_LOAD) {
      return List.of(
          compared("p50", level, base, 0.5, MOST_MEDIAN),
          compared("p99", level, base, 0.99, MOST_P99));
    }
    return level.load() == DEADLINE_LOAD
        ? List.of(
            Bar.atLeast(
                "share flagged within 100 ms at 80 % load",
                level.latencies().within(STEP_MILLIS), IN_TIME))
        : List.of();
  }

  private static Bar compared(String name, Level level, Level base, double share, double bound) {
    double ratio = level.latencies().at(share) / base.latencies().at(share);
    return Bar.atMost(
        name + " of publication to alert over produce to consume at 50 %", ratio, bound);
  }

  private Table table() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < monitored.size(); i++) {
      rows.add(row("publication to alert", monitored.get(i)));
      rows.add(row("produce to consume", plain.get(i)));
    }
    return new Table(
        "latency",
        String.format(
            Locale.ROOT,
            "Latency, %s bf16, %d partitions, ms; 100 %% is %.0f steps/s",
            Session.name(settings.shape()),
            settings.partitions(),
            maxRate),
        List.of(
            Column.words("path", ""),
            new Column("loadPercent", "load %", 0),
            new Column("stepsPerSecond", "steps/s", 0),
            new Column("p50Millis", "p50", 1),
            new Column("p99Millis", "p99", 1),
            new Column("p999Millis", "p99.9", 1),
            new Column("withinStepPercent", "in 100 ms %", 2),
            new Column("missing", "missing", 0),
            new Column("publisherLateMillis", "publisher late at most", 1)),
        rows);
  }

  private static List<Object> row(String path, Level level) {
    return List.of(
        path,
        100 * level.load(),
        level.rate(),
        level.latencies().at(0.5),
        level.latencies().at(0.99),
        level.latencies().at(0.999),
        100 * level.latencies().within(STEP_MILLIS),
        (double) level.latencies().missing(),
        level.latestMillis());
  }
}
