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
import dev.linchpin.training.ChainSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How a probe grows with the number of labels that it is trained on. */
final class LabelsNeeded implements Finding {
  private static final int FEWEST = 50;
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", "model"),
          Column.words("labels", "labels trained on"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3));

  @Override
  public String key() {
    return "labels-needed";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    int most = training(of, of.settings().seed()).size();
    for (int labels : sizes(of, most)) {
      List<ProbeRun> runs =
          labels == most
              ? of.probes()
              : LongStream.range(0, of.settings().seeds())
                  .mapToObj(i -> run(of, labels, of.settings().seed() + i))
                  .toList();
      Estimate auroc = ProbeRun.estimate(runs, Predictions::auroc);
      rows.add(
          List.of(
              words(of.name()),
              Cell.count(labels),
              ProbeRun.estimate(runs, ProbeRun::balancedAccuracy),
              auroc));
      points.add(Point.of(labels, auroc));
    }
    return new Section(
        key(),
        "How many labels it takes",
        "",
        "Labels cost questions to the model. The probe (layerwise, %s) is trained on the first labels of the training side only, whole chains at a time; validation and test stay as they are."
            .formatted(of.settings().standard()),
        "%s: AUROC %s from %d labels, %s from %d"
            .formatted(
                of.name(),
                text(points.get(0).y()),
                (long) points.get(0).x(),
                text(points.get(points.size() - 1).y()),
                (long) points.get(points.size() - 1).x()),
        List.of(new Table("labels-needed", "Test steps of other chains", COLUMNS, rows)),
        List.of(
            new Plot.Lines(
                key() + "-" + of.name(),
                "AUROC by the number of labels, " + of.name(),
                "labels trained on",
                "AUROC",
                List.of(new Series("layerwise MLP", points)),
                true,
                0.5)),
        List.of());
  }

  /** 50, 100, 200 and so on, as far as they are of both classes, and at last all. */
  private static List<Integer> sizes(Material of, int most) {
    List<Integer> sizes = new ArrayList<>();
    for (int size = FEWEST; size < most; size *= 2) {
      if (hasBothClasses(of, size)) {
        sizes.add(size);
      }
    }
    sizes.add(most);
    return sizes;
  }

  private static boolean hasBothClasses(Material of, int labels) {
    return LongStream.range(0, of.settings().seeds())
        .mapToObj(i -> firstOnes(training(of, of.settings().seed() + i), labels))
        .allMatch(steps -> steps.stream().map(Sample::important).distinct().count() == 2);
  }

  private static List<Sample> training(Material of, long wanted) {
    long seed = ProbeRun.seed(of.samples(), Split.BY_CHAIN, wanted);
    return of.samples().stream()
        .filter(s -> ChainSplit.side(s.chainId(), seed) == ChainSplit.Side.TRAIN)
        .toList();
  }

  /** So many steps, and what else of their chains has a label. */
  private static List<Sample> firstOnes(List<Sample> training, int labels) {
    Set<String> chains =
        training.stream().limit(labels).map(Sample::chainId).collect(Collectors.toSet());
    return training.stream().filter(s -> chains.contains(s.chainId())).toList();
  }

  private static ProbeRun run(Material of, int labels, long wanted) {
    long seed = ProbeRun.seed(of.samples(), Split.BY_CHAIN, wanted);
    List<Sample> left = new ArrayList<>(firstOnes(training(of, wanted), labels));
    of.samples().stream()
        .filter(s -> ChainSplit.side(s.chainId(), seed) != ChainSplit.Side.TRAIN)
        .forEach(left::add);
    return ProbeRun.of(left, Features.STREAMED, of.settings().standard(), Split.BY_CHAIN, seed);
  }
}
