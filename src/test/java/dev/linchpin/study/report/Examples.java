package dev.linchpin.study.report;

import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import dev.linchpin.study.report.Plot.Bars;
import dev.linchpin.study.report.Plot.HeatMap;
import dev.linchpin.study.report.Plot.Lines;
import dev.linchpin.study.report.Plot.Point;
import dev.linchpin.study.report.Plot.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A report with all kinds of parts, and awkward ones. */
final class Examples {
  static final double NAN = Double.NaN;

  private Examples() {}

  static Report report() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", "a|b <script>alert(1)</script>");
    settings.put("chains", "412");
    return new Report(
        "Probes & their *errors*",
        List.of("The probe finds 0.987 of 1.", "- Not found: \"x\" < y & z"),
        settings,
        "linchpin study --model 'a|b' && echo \"</pre>\"",
        List.of(probes(), layers()));
  }

  static Section probes() {
    return new Section(
        "probes",
        "Which probe is best?",
        "Table 1",
        "Is a linear probe enough? AUROC on 412 steps of held-out chains.",
        "Yes: 0.987 against 0.981_of_a_larger one.",
        List.of(intervals(), seeds(), empty()),
        List.of(bars()),
        List.of("1. Labels are <b>noisy</b>.", "# No heading"));
  }

  static Section layers() {
    return new Section(
        "layers",
        "Where is it?",
        "",
        "Which layer tells most?",
        "The middle.",
        List.of(),
        List.of(lines(), heatMap()),
        List.of());
  }

  static Table intervals() {
    return new Table(
        "intervals",
        "AUROC by probe",
        List.of(
            Column.words("probe", "Probe"),
            Column.words("size", "Weights"),
            new Column("auroc", "AUROC", 3)),
        List.of(
            List.of(Cell.words("linear"), Cell.count(12_345), interval(0.987, 0.981, 0.992, 412)),
            List.of(Cell.words("a|b, \"c\""), Cell.nothing(), interval(NAN, NAN, NAN, 412))));
  }

  static Table seeds() {
    return new Table(
        "seeds",
        "Error by seed",
        List.of(Column.words("kind", "Kind"), new Column("error", "Error", 3)),
        List.of(
            List.of(Cell.words("one\nline"), overSeeds(0.987, 0.004, 5)),
            List.of(
                Cell.words("<script>alert(1)</script>"),
                new Estimate(-0.5, NAN, NAN, Spread.NONE, 40))));
  }

  static Table empty() {
    return new Table("empty", "Nothing here", List.of(Column.words("a", "A")), List.of());
  }

  static Bars bars() {
    return new Bars(
        "bars",
        "AUROC of <probes> & \"judges\"",
        "AUROC",
        List.of("linear", "two layers", "judge"),
        List.of(
            new Series(
                "trained on A",
                List.of(
                    new Point(0, 0.9, 0.86, 0.93),
                    new Point(1, 0.92, 0.9, 0.94),
                    new Point(2, NAN, NAN, NAN))),
            new Series(
                "trained on B",
                List.of(
                    new Point(0, 0.7, NAN, NAN),
                    new Point(1, -0.2, -0.3, -0.1),
                    new Point(2, 0.6, 0.5, 0.7)))),
        0.5);
  }

  static Lines lines() {
    return new Lines(
        "lines",
        "Error by number of labels",
        "labels",
        "error",
        List.of(
            new Series(
                "linear",
                List.of(
                    new Point(100, 0.4, 0.3, 0.5),
                    new Point(200, 0.3, 0.25, 0.35),
                    new Point(400, NAN, NAN, NAN),
                    new Point(800, 0.2, 0.15, 0.25))),
            new Series("two layers", List.of(new Point(100, 0.5, NAN, NAN)))),
        true,
        NAN);
  }

  static HeatMap heatMap() {
    return new HeatMap(
        "heat-map",
        "Agreement by layer and head",
        "layer",
        "head",
        List.of("0", "1"),
        List.of("0", "1", "2"),
        List.of(List.of(0.0, 0.5, 1.0), List.of(NAN, -0.25, 2.0)),
        0,
        1);
  }

  /** As many points as values, without ends. */
  static Series series(String name, double... values) {
    return new Series(
        name,
        IntStream.range(0, values.length)
            .mapToObj(i -> new Point(i, values[i], NAN, NAN))
            .toList());
  }

  static Estimate interval(double value, double low, double high, long n) {
    return new Estimate(value, low, high, Spread.INTERVAL_95, n);
  }

  static Estimate overSeeds(double value, double deviation, long n) {
    return new Estimate(
        value, value - deviation, value + deviation, Spread.DEVIATION_OVER_SEEDS, n);
  }
}
