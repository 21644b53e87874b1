package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Shares.text;
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
    Cell full = null;
    double best = 0;
    for (Map.Entry<String, Function<Sample, float[]>> token : TOKENS.entrySet()) {
      Cell whole = add(of, rows, token.getKey(), "all", Features.of(token.getValue()));
      full = full == null ? whole : full;
      List<Point> points = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        Estimate one =
            (Estimate)
                add(
                    of,
                    rows,
                    token.getKey(),
                    Integer.toString(layer + 1),
                    Features.layer(token.getValue(), layer, hidden));
        points.add(new Point(layer + 1.0, one.value(), one.low(), one.high()));
        best = Math.max(best, one.value());
      }
      series.add(new Series(token.getKey(), points));
    }
    double fullValue = ((Estimate) full).value();
    return new Section(
        key(),
        "Where it is",
        "Figure 4A",
        "Probes see one layer at a time, at the first, the middle, the last token of a step or the"
            + " mean over all of them, and are held against the probe that sees all layers.",
        "%s: balanced accuracy %s with all layers and the mean over tokens; %s by the best single layer and token"
            .formatted(of.name(), text(fullValue), text(best)),
        List.of(
            new Table(
                "where-it-is",
                "Probes (MLP %d) by layer and token, test steps of other chains"
                    .formatted(of.settings().standardUnits()),
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
                fullValue)),
        List.of(
            "Layers count from 1, the first block; the embedding is not probed.",
            "The paper's curves are of DeepSeek-R1-Distill-Qwen-7B on HARP, full probe 0.824; there"
                + " single layers are probed on what a layer adds."));
  }

  private static Cell add(
      Material of, List<List<Cell>> rows, String token, String layer, Features features) {
    List<ProbeRun> runs =
        ProbeRun.ofSeeds(
            of,
            of.samples(),
            features,
            Classifier.mlp(of.settings().standardUnits()),
            Split.BY_CHAIN);
    Cell accuracy = ProbeRun.estimate(runs, ProbeRun::balancedAccuracy);
    rows.add(
        List.of(
            words(of.name()),
            words(token),
            words(layer),
            accuracy,
            ProbeRun.estimate(runs, Predictions::auroc),
            layer.equals("all") ? all(token) : PAPER.get(token)));
    return accuracy;
  }

  private static Cell all(String token) {
    return token.equals("mean") ? Paper.printed(0.800, 0.838) : Paper.none();
  }
}
