package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Shares.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Predictions;
import dev.linchpin.study.StepReading;
import dev.linchpin.study.Subject;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Plot;
import dev.linchpin.study.report.Plot.Point;
import dev.linchpin.study.report.Plot.Series;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Whether other models that read a chain know its important steps, too. */
final class CrossModel implements Finding {
  private static final String UNTRAINED = "untrained";
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", "chains and labels of"),
          Column.words("reader", "activations of"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3),
          new Column("agreement", "same verdict as its own probe", 3),
          Paper.column());

  @Override
  public String key() {
    return "cross-model";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<Sample> samples = of.samples();
    List<ProbeRun> own = runs(of, samples, s -> s.reading().mean());
    Map<String, List<ProbeRun>> byReader = new LinkedHashMap<>();
    byReader.put(of.name(), own);
    for (Material other : all) {
      if (!other.name().equals(of.name())) {
        byReader.put(other.name(), runs(of, samples, readBy(other.subject(), samples)));
      }
    }
    try (Subject untrained = of.subject().untrained(of.settings().seed())) {
      byReader.put(UNTRAINED, runs(of, samples, readBy(untrained, samples)));
    }
    List<List<Cell>> rows = new ArrayList<>();
    byReader.forEach((reader, runs) -> rows.add(row(of, reader, runs, own)));
    return new Section(
        key(),
        "Do other models know",
        "Figures 3 and 8",
        "The chains of one model are read by another. A new probe is trained on the reader's"
            + " activations with the writer's labels, on the same split, and held against the"
            + " writer's own probe. A model of the same shape that has learnt nothing is the control.",
        "%s: %s".formatted(of.name(), answer(byReader)),
        List.of(
            new Table(
                "cross-model",
                "Probes (layerwise, MLP %d) on the mean over a step's tokens, test steps of other chains"
                    .formatted(of.settings().standardUnits()),
                COLUMNS,
                rows)),
        List.of(
            new Plot.Bars(
                "cross-model-" + of.name(),
                "Whose activations tell the important steps of " + of.name(),
                "share",
                List.copyOf(byReader.keySet()),
                List.of(
                    bars("balanced accuracy", rows, 2),
                    bars("same verdict as its own probe", rows, 4)),
                0.5)),
        List.of(
            "Same verdict: mean of the shares of important and of removable steps, since the paper's"
                + " test sides have as many of both.",
            "The paper's control draws every parameter, norms too, from N(0, 1); this one begins as"
                + " Hugging Face's library does: matrices normal with deviation 0.02, norms 1, biases 0."));
  }

  private static String answer(Map<String, List<ProbeRun>> byReader) {
    StringBuilder answer = new StringBuilder("balanced accuracy ");
    byReader.forEach(
        (reader, runs) ->
            answer
                .append(answer.length() > 20 ? ", " : "")
                .append(
                    text(((Estimate) ProbeRun.estimate(runs, ProbeRun::balancedAccuracy)).value()))
                .append(" read by ")
                .append(reader));
    return answer.toString();
  }

  private static List<ProbeRun> runs(
      Material of, List<Sample> samples, Function<Sample, float[]> activations) {
    return ProbeRun.ofSeeds(
        of,
        samples,
        Features.of(activations),
        Classifier.mlp(of.settings().standardUnits()),
        Split.BY_CHAIN);
  }

  private static Function<Sample, float[]> readBy(Subject reader, List<Sample> samples) {
    Map<String, List<StepReading>> readings = new ConcurrentHashMap<>();
    samples.stream()
        .map(Sample::dossier)
        .distinct()
        .parallel()
        .forEach(d -> readings.put(d.chain().chainId(), reader.read(d.chain())));
    return sample -> readings.get(sample.chainId()).get(sample.index()).mean();
  }

  private static List<Cell> row(
      Material of, String reader, List<ProbeRun> runs, List<ProbeRun> own) {
    boolean self = reader.equals(of.name());
    boolean control = reader.equals(UNTRAINED);
    return List.of(
        words(of.name()),
        words(reader),
        ProbeRun.estimate(runs, ProbeRun::balancedAccuracy),
        ProbeRun.estimate(runs, Predictions::auroc),
        self ? Cell.nothing() : agreement(runs, own),
        self
            ? Paper.printed(0.764, 0.838)
            : words(
                control
                    ? "0.562 to 0.649, same verdict 0.546 to 0.629"
                    : "0.740 to 0.868, same verdict 0.846 to 0.936"));
  }

  /**
   * Share of test steps to which both probes of a seed give the same verdict, mean of both classes.
   */
  private static Estimate agreement(List<ProbeRun> runs, List<ProbeRun> own) {
    double[] shares = new double[runs.size()];
    for (int seed = 0; seed < shares.length; seed++) {
      double[] theirs = runs.get(seed).scores();
      double[] ours = own.get(seed).scores();
      boolean[] same = new boolean[ours.length];
      for (int i = 0; i < same.length; i++) {
        same[i] = (theirs[i] >= 0.5) == (ours[i] >= 0.5);
      }
      List<Sample> test = own.get(seed).test();
      shares[seed] = (share(same, test, true) + share(same, test, false)) / 2;
    }
    return ProbeRun.overSeeds(shares, runs.get(0).test().size());
  }

  private static double share(boolean[] same, List<Sample> test, boolean important) {
    return IntStream.range(0, same.length)
        .filter(i -> test.get(i).important() == important)
        .mapToDouble(i -> same[i] ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  private static Series bars(String name, List<List<Cell>> rows, int column) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      points.add(
          rows.get(i).get(column) instanceof Estimate e
              ? new Point(i, e.value(), e.low(), e.high())
              : new Point(i, Double.NaN, Double.NaN, Double.NaN));
    }
    return new Series(name, points);
  }
}
