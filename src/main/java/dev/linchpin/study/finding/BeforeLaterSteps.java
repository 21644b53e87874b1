package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Predictions;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.Arrays;
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
    List<ProbeRun> streamed = of.probes();
    ProbeRun first = streamed.get(0);
    Predictions later = first.predictions(first.scores(first.test(), Features.READ.fit(List.of())));
    double[] scoreDeltas =
        IntStream.range(0, later.size())
            .mapToDouble(i -> Math.abs(first.scores()[i] - later.scores()[i]))
            .toArray();
    double[] deltas = samples.stream().mapToDouble(BeforeLaterSteps::largestDifference).toArray();
    Estimate auroc = ProbeRun.estimate(streamed, Predictions::auroc);
    return new Section(
        key(),
        "Before later steps exist",
        "Section 4",
        "A probe that acts while the model writes sees a step's activations before any later step"
            + " exists. Attention looks backwards only, so a pass over the finished chain must give"
            + " the same: both are compared, number by number and score by score.",
        "%s: AUROC %s on what the stream delivered; read again at the end, no activation differs by more than %.1e and no score by more than %.1e"
            .formatted(of.name(), text(auroc), max(deltas), max(scoreDeltas)),
        List.of(
            new Table(
                "before-later-steps",
                "Probes on streamed activations (layerwise, %s), test steps of other chains"
                    .formatted(of.settings().standard()),
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
                        Estimates.of(first.testChains(), later, ProbeRun::balancedAccuracy),
                        Estimates.of(first.testChains(), later, Predictions::auroc),
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
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  private static List<Cell> difference(Material of, String what, double[] deltas) {
    return List.of(
        words(of.name()),
        words(what),
        Estimates.plain(max(deltas), deltas.length),
        Estimates.plain(Estimates.average(deltas), deltas.length));
  }
}
