package dev.linchpin.app.bench;

import dev.linchpin.app.bench.SoakBench.Sample;
import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.app.bench.report.Trend;
import dev.linchpin.app.cluster.Bar;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What {@link SoakBench} saw.
 *
 * @param settings what was measured
 * @param samples looks at the monitor, in order
 * @param peakMb most resident memory of its process, MB
 */
record SoakResult(Session.Settings settings, List<Sample> samples, double peakMb) {
  private static final double MOST_MB = 1_000;
  private static final double MOST_GROWTH = 0.5;
  private static final double PERCENT = 100;

  /** Bars, table and note. */
  Findings findings() {
    Trend resident = trend(Sample::residentMb);
    Trend heap = trend(Sample::heapMb);
    return new Findings(
        List.of(
            Bar.atMost("most resident memory of the monitor at full load, MB", peakMb, MOST_MB),
            Bar.atMost(
                "growth of resident memory, % a minute",
                PERCENT * resident.slope() / resident.mean(), MOST_GROWTH)),
        List.of(slopes(resident, heap), table()),
        List.of(
            "soak: steps always wait for the monitor; slopes are those of the straight line through"
                + " the second half of the samples."));
  }

  /** Over the second half: before that the program warms up. */
  private Trend trend(ToDoubleFunction<Sample> figure) {
    List<Sample> later = samples.subList(samples.size() / 2, samples.size());
    return Trend.of(
        later.stream().mapToDouble(Sample::minute).toArray(),
        later.stream().mapToDouble(figure).toArray());
  }

  private static Table slopes(Trend resident, Trend heap) {
    return new Table(
        "soakSlopes",
        "Memory over time",
        List.of(
            Column.words("memory", ""),
            new Column("meanMegabytes", "mean MB", 0),
            new Column("slopeMegabytesPerMinute", "MB a minute", 2)),
        List.of(
            List.of("resident", resident.mean(), resident.slope()),
            List.of("heap in use", heap.mean(), heap.slope())));
  }

  private Table table() {
    return new Table(
        "soak",
        "Soak, " + Session.name(settings.shape()) + " bf16",
        List.of(
            new Column("minute", "minute", 1),
            new Column("residentMegabytes", "resident MB", 0),
            new Column("heapMegabytes", "heap MB", 0),
            new Column("steps", "steps", 0)),
        samples.stream().map(SoakResult::row).toList());
  }

  private static List<Object> row(Sample sample) {
    return List.of(sample.minute(), sample.residentMb(), sample.heapMb(), (double) sample.steps());
  }
}
