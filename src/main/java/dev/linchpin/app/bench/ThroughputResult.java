package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Run;
import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Spread;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.app.cluster.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What {@link ThroughputBench} saw.
 *
 * @param settings what was measured
 * @param stepBytes bytes of a step's tensor
 * @param runs of every contender by name, one a round
 */
record ThroughputResult(Session.Settings settings, long stepBytes, Map<String, List<Run>> runs) {
  private static final String MONITOR = "monitor";
  private static final double SHARE_OF_LOG = 0.70;
  private static final double OVER_SINGLE = 6;
  private static final double OVER_BATCH = 2;

  /** Bars, table and notes. */
  Findings findings() {
    List<Bar> bars = new ArrayList<>();
    ratio(name -> name.equals("plain consumer, 1 thread"))
        .ifPresent(r -> bars.add(bar("one plain consumer's", r, SHARE_OF_LOG)));
    if (settings.threads() > 1) {
      ratio(name -> name.startsWith("plain"))
          .ifPresent(r -> bars.add(bar("the best plain form's", r, SHARE_OF_LOG)));
    }
    ratio(name -> name.equals("Python, once per record"))
        .ifPresent(r -> bars.add(bar("Python's, once per record", r, OVER_SINGLE)));
    ratio(name -> name.matches("Python, batches of \\d+"))
        .ifPresent(r -> bars.add(bar("Python's, in batches", r, OVER_BATCH)));
    return new Findings(bars, List.of(table()), NOTES);
  }

  private static final List<String> NOTES =
      List.of(
          "throughput: processes of their own, one after the other, all records there before;"
              + " measured from 50 % to 95 % of the way, so that programs are compiled.",
          "plain consumer: polls and copies each value into a buffer. The monitor has the threads of"
              + " its second form.",
          "Python: confluent-kafka with its Avro serializer, and numpy on all cores; the same probe in"
              + " float32; a score and an alert per step as the monitor writes them. By hand: the same"
              + " without an Avro library.");

  private static Bar bar(String other, double ratio, double bound) {
    return Bar.atLeast("steps/s of the monitor over " + other, ratio, bound);
  }

  /** The median over the rounds of the monitor's rate over the best rate of the others. */
  private Optional<Double> ratio(Predicate<String> names) {
    List<String> others = runs.keySet().stream().filter(names).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<Double> ratios =
        IntStream.range(0, runs.get(MONITOR).size())
            .mapToObj(round -> rate(MONITOR, round) / best(others, round))
            .toList();
    return Optional.of(Spread.of(ratios, Double::doubleValue).median());
  }

  private double best(List<String> names, int round) {
    return names.stream().mapToDouble(name -> rate(name, round)).max().orElseThrow();
  }

  private double rate(String name, int round) {
    return runs.get(name).get(round).steady().recordsPerSecond();
  }

  private Table table() {
    return new Table(
        "throughput",
        "Throughput, %s bf16, %d partitions, median of %d rounds (least, most)"
            .formatted(
                Session.name(settings.shape()), settings.partitions(), runs.get(MONITOR).size()),
        List.of(
            Column.words("who", ""),
            new Column("recordsPerSecond", "records/s", 0),
            new Column("leastRecordsPerSecond", "least", 0),
            new Column("mostRecordsPerSecond", "most", 0),
            new Column("megabytesPerSecond", "MB/s", 0),
            new Column("cpuSecondsPerThousand", "CPU s/1000", 2),
            new Column("peakMegabytes", "peak MB", 0)),
        runs.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).toList());
  }

  private List<Object> row(String name, List<Run> rounds) {
    Spread rate = Spread.of(rounds, run -> run.steady().recordsPerSecond());
    return List.of(
        name,
        rate.median(),
        rate.least(),
        rate.most(),
        rate.median() * stepBytes / 1e6,
        Spread.of(rounds, run -> run.steady().cpuPerThousand()).median(),
        Spread.of(rounds, Run::peakMb).most());
  }
}
