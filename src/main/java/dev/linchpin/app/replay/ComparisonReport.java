package dev.linchpin.app.replay;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.quality.Percentiles;
import dev.linchpin.reasoning.StepRef;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.replay.compare.ComparedSources;
import dev.linchpin.replay.compare.Comparison;
import dev.linchpin.replay.compare.Comparison.Figure;
import dev.linchpin.replay.compare.Comparison.Figures;
import dev.linchpin.replay.compare.Comparison.Truth;
import dev.linchpin.replay.compare.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What {@code linchpin replay compare} prints.
 *
 * @param first name of the first source
 * @param second name of the second
 * @param comparison what differs
 * @param worst steps that differ most
 * @param texts of those steps, as far as they are known
 */
record ComparisonReport(
    String first,
    String second,
    Comparison comparison,
    List<Pair> worst,
    Map<StepRef, String> texts) {
  private static final int LISTED_CHAINS = 10;

  ComparisonReport(ComparedSources compared) {
    this(
        compared.first(),
        compared.second(),
        compared.comparison(),
        compared.worst(),
        compared.texts());
  }

  String text() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(
        "%s and %s: %d steps of %d chains scored by both, %d by %s alone, %d by %s alone"
            .formatted(
                first,
                second,
                comparison.pairs().size(),
                comparison.chains(),
                comparison.onlyFirst(),
                first,
                comparison.onlySecond(),
                second));
    addVerdicts(lines);
    addDifferences(lines);
    comparison
        .truth()
        .ifPresentOrElse(
            truth -> addTruth(truth, lines), () -> lines.add("no labels of these steps"));
    worst.forEach(pair -> lines.add(line(pair)));
    return lines.toString();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", first);
    json.put("second", second);
    json.put("steps", comparison.pairs().size());
    json.put("chains", comparison.chains());
    json.put("onlyFirst", comparison.onlyFirst());
    json.put("onlySecond", comparison.onlySecond());
    json.put("verdicts", comparison.verdicts());
    json.put("flips", comparison.flips().stream().map(this::json).toList());
    json.put("flipsByChain", comparison.flipsByChain());
    json.put("meanDifference", JsonLine.figure(comparison.meanDifference()));
    Percentiles apart = comparison.differences();
    json.put("absoluteDifferenceP50", JsonLine.figure(apart.at(0.5)));
    json.put("absoluteDifferenceP90", JsonLine.figure(apart.at(0.9)));
    json.put("absoluteDifferenceP99", JsonLine.figure(apart.at(0.99)));
    json.put("absoluteDifferenceMax", JsonLine.figure(apart.at(1)));
    json.put("worst", worst.stream().map(this::json).toList());
    comparison.truth().ifPresent(truth -> json.put("labels", json(truth)));
    return json;
  }

  private void addVerdicts(StringJoiner lines) {
    List<Pair> flips = comparison.flips();
    lines.add("");
    lines.add(
        "%d verdicts differ, in %d chains"
            .formatted(flips.size(), comparison.flipsByChain().size()));
    for (Verdict from : Verdict.values()) {
      Map<Verdict, Long> row = comparison.verdicts().getOrDefault(from, Map.of());
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-10s -> important %8d  uncertain %8d  removable %8d",
              from.name().toLowerCase(Locale.ROOT),
              row.getOrDefault(Verdict.IMPORTANT, 0L),
              row.getOrDefault(Verdict.UNCERTAIN, 0L),
              row.getOrDefault(Verdict.REMOVABLE, 0L)));
    }
    comparison.flipsByChain().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(LISTED_CHAINS)
        .forEach(chain -> lines.add("  " + chain.getKey() + ": " + chain.getValue()));
  }

  private void addDifferences(StringJoiner lines) {
    Percentiles apart = comparison.differences();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "scores apart: p50 %.6f, p90 %.6f, p99 %.6f, most %.6f; %s minus %s on average %+.6f",
            apart.at(0.5),
            apart.at(0.9),
            apart.at(0.99),
            apart.at(1),
            second,
            first,
            comparison.meanDifference()));
  }

  private void addTruth(Truth truth, StringJoiner lines) {
    lines.add("");
    lines.add(
        "against %d labels of %d chains (95 %% intervals over chains)"
            .formatted(truth.labels(), truth.chains()));
    lines.add(
        String.format(
            Locale.ROOT, "  %-24s %-28s %-28s %s", "", "AUROC", "accuracy", "calibration error"));
    lines.add(row(first, truth.first()));
    lines.add(row(second, truth.second()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  AUROC of %s minus %s: %+.3f to %+.3f",
            second,
            first,
            truth.aurocGain().low(),
            truth.aurocGain().high()));
    lines.add("");
  }

  private static String row(String name, Figures figures) {
    return String.format(
        Locale.ROOT,
        "  %-24s %-28s %-28s %s",
        name,
        text(figures.auroc()),
        text(figures.accuracy()),
        text(figures.calibrationError()));
  }

  private static String text(Figure figure) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        figure.value(),
        figure.interval().low(),
        figure.interval().high());
  }

  private String line(Pair pair) {
    return String.format(
        Locale.ROOT,
        "  %.4f %-9s -> %.4f %-9s  %s/%d  %s",
        pair.first().score(),
        pair.first().verdict().name().toLowerCase(Locale.ROOT),
        pair.second().score(),
        pair.second().verdict().name().toLowerCase(Locale.ROOT),
        pair.step().chainId(),
        pair.step().stepIndex(),
        texts.getOrDefault(pair.step(), "").strip());
  }

  private Map<String, Object> json(Pair pair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chainId", pair.step().chainId());
    json.put("stepIndex", pair.step().stepIndex());
    json.put("first", pair.first().score());
    json.put("second", pair.second().score());
    json.put("firstVerdict", pair.first().verdict());
    json.put("secondVerdict", pair.second().verdict());
    if (texts.containsKey(pair.step())) {
      json.put("text", texts.get(pair.step()));
    }
    return json;
  }

  private static Map<String, Object> json(Truth truth) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("labels", truth.labels());
    json.put("chains", truth.chains());
    json.put("first", json(truth.first()));
    json.put("second", json(truth.second()));
    json.put("aurocGainLow", JsonLine.figure(truth.aurocGain().low()));
    json.put("aurocGainHigh", JsonLine.figure(truth.aurocGain().high()));
    return json;
  }

  private static Map<String, Object> json(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("auroc", json(figures.auroc()));
    json.put("accuracy", json(figures.accuracy()));
    json.put("calibrationError", json(figures.calibrationError()));
    return json;
  }

  private static Map<String, Object> json(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", JsonLine.figure(figure.value()));
    json.put("low", JsonLine.figure(figure.interval().low()));
    json.put("high", JsonLine.figure(figure.interval().high()));
    return json;
  }
}
