package dev.linchpin.app.bench;

import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link ScaleBench} saw.
 *
 * @param rows the cost of a step, one dimension after the other
 * @param shares the same work by several monitors
 */
record ScaleResult(List<Row> rows, List<Share> shares) {

  /**
   * One size.
   *
   * @param dimension what grows
   * @param value how large it is
   * @param stepsPerSecond steps, each by all probes
   * @param probes that score each step
   * @param cpuMicros processor time of the monitor for a step, microseconds
   * @param peakMb most resident memory of the monitor, MB
   * @param stateKb its state on the disk, kB
   */
  record Row(
      String dimension,
      long value,
      double stepsPerSecond,
      int probes,
      double cpuMicros,
      double peakMb,
      double stateKb) {}

  /**
   * Work that is shared.
   *
   * @param instances monitors
   * @param stepsPerSecond of all together
   * @param scored steps that each has scored
   */
  record Share(int instances, double stepsPerSecond, List<Double> scored) {}

  /** Tables and notes. */
  Findings findings() {
    return new Findings(
        List.of(),
        List.of(costs(), sharing()),
        List.of(
            "scale: one stream thread; 4x64 values a step, for probes and instances 24x896; history:"
                + " one run, each row is the way from the row before to it (the first rows pay for"
                + " the JVM's warm-up); the other rows from 50 % to 95 % of their steps."));
  }

  private Table costs() {
    return new Table(
        "scale",
        "The cost of a step",
        List.of(
            Column.words("dimension", ""),
            new Column("value", "value", 0),
            new Column("stepsPerSecond", "steps/s", 0),
            new Column("cpuMicrosPerStep", "CPU µs a step", 1),
            new Column("cpuMicrosPerScore", "and probe", 1),
            new Column("peakMegabytes", "peak MB", 0),
            new Column("stateKilobytes", "state kB", 1)),
        rows.stream().map(ScaleResult::cells).toList());
  }

  private static List<Object> cells(Row row) {
    return List.of(
        row.dimension(),
        (double) row.value(),
        row.stepsPerSecond(),
        row.cpuMicros(),
        row.cpuMicros() / row.probes(),
        row.peakMb(),
        row.stateKb());
  }

  private Table sharing() {
    return new Table(
        "instances",
        "Monitors that share the work",
        List.of(
            new Column("instances", "monitors", 0),
            new Column("stepsPerSecond", "steps/s", 0),
            Column.words("shares", "steps of each")),
        shares.stream().map(ScaleResult::cells).toList());
  }

  private static List<Object> cells(Share share) {
    String each =
        share.scored().stream()
            .map(scored -> Long.toString(scored.longValue()))
            .collect(Collectors.joining(", "));
    return List.of((double) share.instances(), share.stepsPerSecond(), each);
  }
}
