package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Predictions;
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
import java.util.function.Function;

/** In which layers, and at which of a step's tokens, importance can be read. */
final class WhereItIs implements Finding {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", "model"),
          Column.words("token", "token"),
          Column.words("layer", "layer"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3),
          Paper.column());

  private static final Map<String, Function<Sample, float[]>> TOKENS = tokens();
  private static final Map<String, Cell> PAPER =
      Map.of(
          "mean", Paper.readOff(0.77, 0.80),
          "last", Paper.readOff(0.735, 0.775),
          "first", Paper.readOff(0.67, 0.73),
          "middle", Paper.readOff(0.67, 0.73));

  private static Map<String, Function<Sample, float[]>> tokens() {
    Map<String, Function<Sample, float[]>> tokens = new LinkedHashMap<>();
    tokens.put("mean", s -> s.reading().mean());
    tokens.put("first", s -> s.reading().first());
    tokens.put("middle", s -> s.reading().middle());
    tokens.put("last", s -> s.reading().last());
    return tokens;
  }

  @Override
  public String key() {
    return "where-it-is";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    int layers = of.subject().model().layers();
    int hidden = of.subject().model().hidden();
    List<List<Cell>> rows = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    List<ProbeRun> full = of.standard(Features.READ, Split.BY_CHAIN);
    List<ProbeRun> best = List.of();
    for (Map.Entry<String, Function<Sample, float[]>> token : TOKENS.entrySet()) {
      boolean mean = token.getKey().equals("mean");
      rows.add(
          row(of, token.getKey(), "all", mean ? full : runs(of, Features.of(token.getValue()))));
      List<Point> points = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        List<ProbeRun> one = runs(of, Features.layer(token.getValue(), layer, hidden));
        rows.add(row(of, token.getKey(), Integer.toString(layer + 1), one));
        points.add(Point.of(layer + 1.0, accuracy(one)));
        best = best.isEmpty() || accuracy(one).value() > accuracy(best).value() ? one : best;
      }
      series.add(new Series(token.getKey(), points));
    }
    return new Section(
        key(),
        "Where it is",
        "Figure 4A",
        "Probes see one layer at a time, at the first, the middle, the last token of a step or the"
            + " mean over all of them, and are held against the probe that sees all layers.",
        "%s: balanced accuracy %s with all layers and the mean over tokens, %s by the best single layer and token; that no single one does as well is %s"
            .formatted(
                of.name(),
                text(accuracy(full)),
                text(accuracy(best)),
                full.get(0).isBetterThan(best.get(0), ProbeRun::balancedAccuracy)),
        List.of(
            new Table(
                "where-it-is",
                "Probes (%s) by layer and token, test steps of other chains"
                    .formatted(of.settings().standard()),
                COLUMNS,
                rows)),
        List.of(
            new Plot.Lines(
                "where-it-is-" + of.name(),
                "Balanced accuracy by layer and token, "
                    + of.name()
                    + " (dashed: all layers, mean)",
                "layer",
                "balanced accuracy",
                series,
                false,
                accuracy(full).value())),
        List.of(
            "Layers count from 1, the first block; the embedding is not probed.",
            "The paper's curves are of DeepSeek-R1-Distill-Qwen-7B on HARP, full probe 0.824; there"
                + " single layers are probed on what a layer adds."));
  }

  private static List<ProbeRun> runs(Material of, Features features) {
    return ProbeRun.ofSeeds(of, features, of.settings().standard(), Split.BY_CHAIN);
  }

  private static Estimate accuracy(List<ProbeRun> runs) {
    return ProbeRun.estimate(runs, ProbeRun::balancedAccuracy);
  }

  private static List<Cell> row(Material of, String token, String layer, List<ProbeRun> runs) {
    return List.of(
        words(of.name()),
        words(token),
        words(layer),
        accuracy(runs),
        ProbeRun.estimate(runs, Predictions::auroc),
        layer.equals("all") ? all(token) : PAPER.get(token));
  }

  private static Cell all(String token) {
    return token.equals("mean") ? Paper.printed(0.800, 0.838) : Paper.none();
  }
}
