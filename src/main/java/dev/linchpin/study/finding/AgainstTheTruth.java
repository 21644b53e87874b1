package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Predictions;
import dev.linchpin.study.Way;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Labels and scores against the graphs of puzzles, which say what a step is truly worth. */
final class AgainstTheTruth implements Finding {
  private static final List<Column> LABELS =
      List.of(
          Column.words("model", "model"),
          Column.words("way", "labels by"),
          new Column("agreement", "agree with the graph", 3),
          new Column("importantPrecision", "important: precision", 3),
          new Column("importantRecall", "important: recall", 3),
          new Column("removablePrecision", "removable: precision", 3),
          new Column("removableRecall", "removable: recall", 3));
  private static final List<Column> SCORES =
      List.of(
          Column.words("model", "model"),
          Column.words("features", "classifier on"),
          new Column("auroc", "AUROC against the graph", 3),
          new Column("balancedAccuracy", "balanced accuracy", 3));

  @Override
  public String key() {
    return "against-the-truth";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    boolean known = of.samples().stream().anyMatch(s -> s.truth().isPresent());
    return known ? measured(of) : impossible(of);
  }

  private Section impossible(Material of) {
    return section(
        of.name() + ": not possible, the true graphs of these problems are not known",
        List.of(),
        List.of());
  }

  private Section measured(Material of) {
    List<Way> ways = List.copyOf(of.settings().ways().keySet());
    List<List<Cell>> labels = new ArrayList<>();
    of.settings()
        .ways()
        .forEach(
            (way, chains) -> {
              List<Sample> steps = truthful(Sample.of(of.dossiers(), way));
              labels.add(labels(of, way, steps));
            });
    List<List<Cell>> scores = new ArrayList<>();
    for (Map.Entry<String, Features> features : features().entrySet()) {
      scores.add(scores(of, features.getKey(), features.getValue()));
    }
    return section(
        "%s: labels by %s agree with the graph on %s of the steps; a probe trained on them ranks unseen computing steps with AUROC %s, words with %s"
            .formatted(
                of.name(),
                of.settings().labels().inWords(),
                text(labels.get(ways.indexOf(of.settings().labels())), 2),
                text(scores.get(0), 2),
                text(scores.get(2), 2)),
        List.of(
            new Table(
                "truth-labels", "Labels of computing steps against the graph", LABELS, labels),
            new Table(
                "truth-scores",
                "Classifiers (%s), trained on the labels, against the graph: all computing steps of test chains, labelled or not"
                    .formatted(of.settings().standard()),
                SCORES,
                scores)),
        List.of(
            "Computing steps all have one wording; the graph says which of them the answer depends on.",
            "Mean perplexity is the paper's measure of attainability, worst step Linchpin's own."));
  }

  private Section section(String answer, List<Table> tables, List<String> remarks) {
    return new Section(
        key(),
        "Against the true graph",
        "",
        "No study of a large model can know what its steps are truly worth. The bundled reasoners"
            + " solve puzzles whose dependency graphs are known: are the labels right, and is the"
            + " probe?",
        answer,
        tables,
        List.of(),
        remarks);
  }

  private static List<Sample> truthful(List<Sample> samples) {
    return samples.stream().filter(s -> s.truth().isPresent()).toList();
  }

  private static boolean needed(Sample sample) {
    return sample.truth().orElseThrow();
  }

  private static List<Cell> labels(Material of, Way way, List<Sample> steps) {
    List<Sample> important = steps.stream().filter(Sample::important).toList();
    List<Sample> removable = steps.stream().filter(s -> !s.important()).toList();
    List<Sample> needed = steps.stream().filter(AgainstTheTruth::needed).toList();
    List<Sample> idle = steps.stream().filter(s -> !needed(s)).toList();
    return List.of(
        words(of.name()),
        words(way.inWords()),
        Estimates.share(steps, Sample::chainId, s -> s.important() == needed(s)),
        Estimates.share(important, Sample::chainId, AgainstTheTruth::needed),
        Estimates.share(needed, Sample::chainId, Sample::important),
        Estimates.share(removable, Sample::chainId, s -> !needed(s)),
        Estimates.share(idle, Sample::chainId, s -> !s.important()));
  }

  private static Map<String, Features> features() {
    Map<String, Features> features = new LinkedHashMap<>();
    features.put("activations in the chain", Features.STREAMED);
    features.put("activations of the step alone", Features.ALONE);
    features.put("TF-IDF", TextFeatures.WORDS);
    features.put("surface features", TextFeatures.SURFACE);
    features.put("token log-probabilities", TextFeatures.LOG_PROBABILITIES);
    return features;
  }

  private static List<Cell> scores(Material of, String name, Features features) {
    List<ProbeRun> runs = of.standard(features, Split.BY_CHAIN);
    return List.of(
        words(of.name()),
        words(name),
        estimate(of, runs, Predictions::auroc),
        estimate(of, runs, ProbeRun::balancedAccuracy));
  }

  private static Estimate estimate(
      Material of, List<ProbeRun> runs, ToDoubleFunction<Predictions> figure) {
    if (runs.size() == 1) {
      List<Sample> steps = computingSteps(of, runs.get(0));
      return Estimates.of(
          steps.stream().map(Sample::chainId).toList(), predictions(runs.get(0), steps), figure);
    }
    double[] values = new double[runs.size()];
    long n = 0;
    for (int i = 0; i < values.length; i++) {
      List<Sample> steps = computingSteps(of, runs.get(i));
      values[i] = figure.applyAsDouble(predictions(runs.get(i), steps));
      n += steps.size();
    }
    return Estimates.overSeeds(values, n / values.length);
  }

  /** All steps of test chains of which the graph tells, whether they have a label or not. */
  private static List<Sample> computingSteps(Material of, ProbeRun run) {
    return truthful(
        Sample.all(of.dossiers()).stream().filter(s -> run.isTest(s.chainId())).toList());
  }

  private static Predictions predictions(ProbeRun run, List<Sample> steps) {
    boolean[] needed = new boolean[steps.size()];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = needed(steps.get(i));
    }
    return new Predictions(run.scores(steps, run.features()), needed);
  }
}
