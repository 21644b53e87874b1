package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
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
    List<ProbeRun> own = of.standard(Features.READ, Split.BY_CHAIN);
    Map<String, List<ProbeRun>> byReader = new LinkedHashMap<>();
    byReader.put(of.name(), own);
    for (Material other : all) {
      if (!other.name().equals(of.name())) {
        byReader.put(other.name(), runs(of, readBy(other.subject(), samples)));
      }
    }
    try (Subject untrained = of.subject().untrained(of.settings().seed())) {
      byReader.put(UNTRAINED, runs(of, readBy(untrained, samples)));
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
        "%s: %s".formatted(of.name(), answer(of.name(), byReader)),
        List.of(
            new Table(
                "cross-model",
                "Probes (layerwise, %s) on the mean over a step's tokens, test steps of other chains"
                    .formatted(of.settings().standard()),
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

  private static String answer(String name, Map<String, List<ProbeRun>> byReader) {
    ProbeRun control = byReader.get(UNTRAINED).get(0);
    StringBuilder answer =
        new StringBuilder(
            "balanced accuracy %s read by itself".formatted(accuracy(byReader, name)));
    byReader.forEach(
        (reader, runs) -> {
          if (!reader.equals(name)) {
            answer.append(", %s by %s".formatted(accuracy(byReader, reader), reader));
          }
          if (!reader.equals(name) && !reader.equals(UNTRAINED)) {
            answer
                .append("; that it knows more than an untrained one, by AUROC, is ")
                .append(runs.get(0).isBetterThan(control, Predictions::auroc));
          }
        });
    return answer.toString();
  }

  private static String accuracy(Map<String, List<ProbeRun>> byReader, String reader) {
    return text(ProbeRun.estimate(byReader.get(reader), ProbeRun::balancedAccuracy));
  }

  private static List<ProbeRun> runs(Material of, Function<Sample, float[]> activations) {
    return ProbeRun.ofSeeds(of, Features.of(activations), of.settings().standard(), Split.BY_CHAIN);
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
    if (runs.size() == 1) {
      Predictions same = same(runs.get(0), own.get(0));
      return Estimates.of(own.get(0).testChains(), same, CrossModel::share);
    }
    double[] shares =
        IntStream.range(0, runs.size())
            .mapToDouble(seed -> share(same(runs.get(seed), own.get(seed))))
            .toArray();
    return Estimates.overSeeds(shares, runs.get(0).test().size());
  }

  /** Score 1 for a step to which both give the same verdict, else 0, beside its label. */
  private static Predictions same(ProbeRun run, ProbeRun own) {
    return own.predictions(
        IntStream.range(0, own.scores().length)
            .mapToDouble(i -> (run.scores()[i] >= 0.5) == (own.scores()[i] >= 0.5) ? 1 : 0)
            .toArray());
  }

  private static double share(Predictions same) {
    return (share(same, true) + share(same, false)) / 2;
  }

  private static double share(Predictions same, boolean important) {
    return IntStream.range(0, same.size())
        .filter(i -> same.positive()[i] == important)
        .mapToDouble(i -> same.scores()[i])
        .average()
        .orElse(Double.NaN);
  }

  private static Series bars(String name, List<List<Cell>> rows, int column) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      points.add(
          rows.get(i).get(column) instanceof Estimate e ? Point.of(i, e) : Point.of(i, Double.NaN));
    }
    return new Series(name, points);
  }
}
