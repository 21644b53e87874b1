package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Shares.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Predictions;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Cell.Spread;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Whether what the stream delivers at a step's end is what a pass over the whole chain gives. */
final class BeforeLaterSteps implements Finding {
  private static final List<Column> QUALITY =
      List.of(
          Column.words("model", "model"),
          Column.words("trained", "trained on"),
          Column.words("tested", "tested on"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3),
          Paper.column());
  private static final List<Column> DIFFERENCE =
      List.of(
          Column.words("model", "model"),
          Column.words("what", "streamed against read at the end"),
          new Column("largest", "largest difference", 7),
          new Column("mean", "mean difference", 7));

  @Override
  public String key() {
    return "before-later-steps";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<Sample> samples = of.samples();
    Classifier classifier = Classifier.mlp(of.settings().standardUnits());
    List<ProbeRun> streamed =
        ProbeRun.ofSeeds(of, samples, Features.of(Sample::streamed), classifier, Split.BY_CHAIN);
    ProbeRun first = streamed.get(0);
    double[] atTheEnd = first.scores(first.test(), s -> s.reading().mean());
    double[] scoreDeltas =
        IntStream.range(0, atTheEnd.length)
            .mapToDouble(i -> Math.abs(first.scores()[i] - atTheEnd[i]))
            .toArray();
    double[] deltas = samples.stream().mapToDouble(BeforeLaterSteps::largestDifference).toArray();
    Cell auroc = ProbeRun.estimate(streamed, Predictions::auroc);
    return new Section(
        key(),
        "Before later steps exist",
        "Section 4",
        "A probe that acts while the model writes sees a step's activations before any later step"
            + " exists. Attention looks backwards only, so a pass over the finished chain must give"
            + " the same: both are compared, number by number and score by score.",
        "%s: AUROC %s on what the stream delivered; read again at the end, no activation differs by more than %.1e and no score by more than %.1e"
            .formatted(of.name(), text(((Estimate) auroc).value()), max(deltas), max(scoreDeltas)),
        List.of(
            new Table(
                "before-later-steps",
                "Probes on streamed activations (layerwise, %s), test steps of other chains"
                    .formatted(classifier),
                QUALITY,
                List.of(
                    List.of(
                        words(of.name()),
                        words("streamed"),
                        words("streamed"),
                        ProbeRun.estimate(streamed, ProbeRun::balancedAccuracy),
                        auroc,
                        Paper.none()),
                    List.of(
                        words(of.name()),
                        words("streamed"),
                        words("read at the end"),
                        single(ProbeRun.balancedAccuracy(first.predictions(atTheEnd)), first),
                        single(first.predictions(atTheEnd).auroc(), first),
                        Paper.printed(0.800, 0.838)))),
            new Table(
                "stream-difference",
                "Streamed activations and scores against a pass over the finished chain",
                DIFFERENCE,
                List.of(
                    difference(of, "activations", deltas), difference(of, "scores", scoreDeltas)))),
        List.of(),
        List.of(
            "The second row is the first training alone, its scores taken again.",
            "What is left of a difference is rounding: the stream computes token by token with a"
                + " cache, the pass all at once."));
  }

  private static double largestDifference(Sample sample) {
    float[] streamed = sample.streamed();
    float[] read = sample.reading().mean();
    return IntStream.range(0, streamed.length)
        .mapToDouble(i -> Math.abs(streamed[i] - read[i]))
        .max()
        .orElse(0);
  }

  private static double max(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(Double.NaN);
  }

  private static List<Cell> difference(Material of, String what, double[] deltas) {
    double mean =
        IntStream.range(0, deltas.length).mapToDouble(i -> deltas[i]).average().orElse(Double.NaN);
    return List.of(
        words(of.name()),
        words(what),
        plain(max(deltas), deltas.length),
        plain(mean, deltas.length));
  }

  private static Cell single(double value, ProbeRun run) {
    return plain(value, run.test().size());
  }

  private static Cell plain(double value, long n) {
    return new Estimate(value, Double.NaN, Double.NaN, Spread.NONE, n);
  }
}
