package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Correlation;
import dev.linchpin.quality.LeastSquares;
import dev.linchpin.study.feature.SurfaceFeatures;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Plot;
import dev.linchpin.study.report.Plot.Point;
import dev.linchpin.study.report.Plot.Series;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Whether the probe's score is something that could be seen on a step's surface. */
final class NotOnTheSurface implements Finding {
  private static final List<Column> CORRELATIONS =
      List.of(
          Column.words("model", "model"),
          Column.words("feature", "surface feature"),
          new Column("verdict", "r with the verdict", 3),
          new Column("score", "r with the score", 3),
          new Column("rank", "rank correlation with the score", 3),
          new Column("alike", "r with the score, computing steps only", 3),
          Column.words("paper", "paper, |r| with the verdict"));
  private static final List<Column> TOGETHER =
      List.of(
          Column.words("model", "model"),
          Column.words("steps", "test steps"),
          new Column("r2", "variance of the score that all features explain", 3),
          new Column("surface", "balanced accuracy of all features", 3),
          new Column("probe", "balanced accuracy of the probe", 3),
          Column.words("paper", "paper, features / probe"));
  private static final Map<String, Cell> PAPER =
      Map.ofEntries(
          Map.entry("relative position", Paper.readOff(0.01, 0.21)),
          Map.entry("words", Paper.readOff(0.20, 0.29)),
          Map.entry("numbers", Paper.readOff(0.17, 0.20)),
          Map.entry("operators", Paper.readOff(0.13, 0.16)),
          Map.entry("filler", Paper.readOff(0.01, 0.08)),
          Map.entry("verification", Paper.readOff(0.03, 0.07)),
          Map.entry("planning", Paper.readOff(0.02, 0.13)),
          Map.entry("computation", Paper.readOff(0.00, 0.03)),
          Map.entry("fact retrieval", Paper.readOff(0.01, 0.03)));

  @Override
  public String key() {
    return "not-on-the-surface";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<ProbeRun> probes = of.probes();
    List<ProbeRun> surface =
        ProbeRun.ofSeeds(of, TextFeatures.SURFACE, of.settings().linear(), Split.BY_CHAIN);
    ProbeRun probe = probes.get(0);
    Scored everything = Scored.of(probe, surface.get(0).features(), s -> true);
    Scored alike = Scored.of(probe, surface.get(0).features(), s -> s.truth().isPresent());
    List<List<Cell>> rows = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < SurfaceFeatures.names().size(); i++) {
      rows.add(row(of, i, everything, alike));
      points.add(Point.of(i, Math.abs(everything.withVerdict(i).value())));
    }
    Estimate bySurface = ProbeRun.estimate(surface, ProbeRun::balancedAccuracy);
    Estimate byProbe = ProbeRun.estimate(probes, ProbeRun::balancedAccuracy);
    return new Section(
        key(),
        "Not on the surface",
        "Figures 4B and 4C",
        "Does the probe only see where a step stands, how long it is, what numbers, operators and"
            + " phrases it has, and how much it repeats? Its scores of test steps are correlated"
            + " with each of these, and a regression on all of them is held against it.",
        "%s: all surface features together reach a balanced accuracy of %s, the probe %s; that the probe tells more is %s; they explain %s of the variance of its score, %s among computing steps, which look alike"
            .formatted(
                of.name(),
                text(bySurface),
                text(byProbe),
                probe.isBetterThan(surface.get(0), ProbeRun::balancedAccuracy),
                text(everything.explained()),
                text(alike.explained())),
        List.of(
            new Table(
                "surface-correlations",
                "Correlation of the probe with surface features, test steps of the first training",
                CORRELATIONS,
                rows),
            new Table(
                "surface-together",
                "All surface features together (logistic regression) against the probe (layerwise, %s)"
                    .formatted(of.settings().standard()),
                TOGETHER,
                together(of, everything, alike, bySurface, byProbe))),
        List.of(
            new Plot.Bars(
                key() + "-" + of.name(),
                "How far surface features go with the probe's verdict, " + of.name(),
                "|r|",
                SurfaceFeatures.names(),
                List.of(new Series("|r| with the verdict", points)),
                Double.NaN)),
        List.of(
            "Computing steps all have one wording, and only they have a true importance; where a"
                + " remark or a restated fact is known by its words, the words and the score must go"
                + " together.",
            "A phrase category or feature that does not vary on the test steps has no correlation.",
            "The paper's values are read off its plots for four models on HARP."));
  }

  /**
   * Scores of test steps beside their surface features.
   *
   * @param chainIds {@code [steps]}
   * @param scores {@code [steps]}
   * @param features {@code [steps][features]}
   */
  private record Scored(List<String> chainIds, double[] scores, double[][] features) {

    static Scored of(ProbeRun run, Function<Sample, float[]> surface, Predicate<Sample> which) {
      int[] chosen =
          IntStream.range(0, run.test().size())
              .filter(i -> which.test(run.test().get(i)))
              .toArray();
      return new Scored(
          IntStream.of(chosen).mapToObj(i -> run.test().get(i).chainId()).toList(),
          IntStream.of(chosen).mapToDouble(i -> run.scores()[i]).toArray(),
          IntStream.of(chosen)
              .mapToObj(i -> doubles(surface.apply(run.test().get(i))))
              .toArray(double[][]::new));
    }

    private static double[] doubles(float[] values) {
      return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    Estimate withVerdict(int feature) {
      return Estimates.of(
          chainIds,
          drawn ->
              Correlation.pearson(
                  column(drawn, feature),
                  IntStream.of(drawn).mapToDouble(i -> scores[i] >= 0.5 ? 1 : 0).toArray()));
    }

    Estimate withScore(int feature, ToDoubleBiFunction<double[], double[]> correlation) {
      return Estimates.of(
          chainIds, drawn -> correlation.applyAsDouble(column(drawn, feature), scores(drawn)));
    }

    /** Share of the score's variance that all features explain. */
    Estimate explained() {
      return Estimates.of(
          chainIds,
          drawn ->
              drawn.length == 0
                  ? Double.NaN
                  : LeastSquares.fit(
                          IntStream.of(drawn).mapToObj(i -> features[i]).toArray(double[][]::new),
                          scores(drawn))
                      .r2());
    }

    private double[] column(int[] drawn, int feature) {
      return IntStream.of(drawn).mapToDouble(i -> features[i][feature]).toArray();
    }

    private double[] scores(int[] drawn) {
      return IntStream.of(drawn).mapToDouble(i -> scores[i]).toArray();
    }
  }

  private static List<Cell> row(Material of, int feature, Scored everything, Scored alike) {
    String name = SurfaceFeatures.names().get(feature);
    return List.of(
        words(of.name()),
        words(name),
        everything.withVerdict(feature),
        everything.withScore(feature, Correlation::pearson),
        everything.withScore(feature, Correlation::spearman),
        alike.withScore(feature, Correlation::pearson),
        PAPER.getOrDefault(name, Paper.none()));
  }

  private static List<List<Cell>> together(
      Material of, Scored everything, Scored alike, Cell surface, Cell probe) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words(of.name()),
            words("all"),
            everything.explained(),
            surface,
            probe,
            words("about 0.65 to 0.70 / 0.80 to 0.83")));
    if (!alike.chainIds().isEmpty()) {
      rows.add(
          List.of(
              words(of.name()),
              words("computing steps"),
              alike.explained(),
              Cell.nothing(),
              Cell.nothing(),
              Paper.none()));
    }
    return rows;
  }
}
