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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whether activations tell what a step is worth better than all that can be seen from outside. */
final class ActivationsAgainstText implements Finding {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", "model"),
          Column.words("features", "seen"),
          Column.words("classifier", "classifier"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3),
          Paper.column());
  private static final List<Column> BY_STEP =
      List.of(
          Column.words("model", "model"),
          Column.words("features", "seen"),
          Column.words("classifier", "classifier"),
          new Column("balancedAccuracy", "balanced accuracy", 3),
          new Column("auroc", "AUROC", 3));

  /**
   * What is seen of a step by one classifier.
   *
   * @param group what the features are
   * @param name of the classifier
   * @param standard whether it stands for its group in the plot, and is split by step, too
   */
  private record Contender(
      String group,
      String name,
      Features features,
      Classifier classifier,
      boolean standard,
      Cell paper) {}

  @Override
  public String key() {
    return "activations-against-text";
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<List<Cell>> rows = new ArrayList<>();
    List<List<Cell>> leakingRows = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<Point> byChain = new ArrayList<>();
    List<Point> byStep = new ArrayList<>();
    StringBuilder answer = new StringBuilder();
    List<ProbeRun> standard = new ArrayList<>();
    for (Contender contender : contenders(of)) {
      List<ProbeRun> runs =
          contender.standard()
              ? of.standard(contender.features(), Split.BY_CHAIN)
              : ProbeRun.ofSeeds(of, contender.features(), contender.classifier(), Split.BY_CHAIN);
      List<Cell> row = row(of, contender, runs);
      rows.add(Stream.concat(row.stream(), Stream.of(contender.paper())).toList());
      if (contender.standard()) {
        standard.add(runs.get(0));
        List<Cell> leaking = row(of, contender, of.standard(contender.features(), Split.BY_STEP));
        leakingRows.add(leaking);
        byChain.add(Point.of(groups.size(), (Estimate) row.get(3)));
        byStep.add(Point.of(groups.size(), (Estimate) leaking.get(3)));
        groups.add(contender.group());
        answer
            .append(answer.length() == 0 ? "balanced accuracy " : ", ")
            .append(text(row, 3))
            .append(" from ")
            .append(contender.group());
      }
    }
    return new Section(
        key(),
        "Activations against text",
        "Figure 2, Tables 2 and 3",
        "The same classifiers are trained to tell important from removable steps by activations"
            + " within the chain, as the stream delivered them; by activations of the step alone; by"
            + " TF-IDF over 1- to 5-grams of its text; by surface features; and by how likely its"
            + " tokens were. No chain is both trained on and tested on; beside that stands the"
            + " paper's split by step, in which steps of one chain are.",
        of.name() + ": " + answer + "; " + advantage(standard),
        List.of(
            new Table(
                "activations-against-text",
                "Test steps of other chains, the epoch chosen on a third side",
                COLUMNS,
                rows),
            new Table(
                "activations-by-step",
                "The same when steps of one chain are trained and tested on, as in the paper",
                BY_STEP,
                leakingRows)),
        List.of(
            new Plot.Bars(
                key() + "-" + of.name(),
                "What tells important steps of " + of.name(),
                "balanced accuracy",
                groups,
                List.of(new Series("split by chain", byChain), new Series("split by step", byStep)),
                0.5)),
        List.of(
            "Trained by the paper's settings (AdamW, weight decay 1e-4, batches of 32, cosine, balanced"
                + " classes), for 30 epochs or, where these are short, %d updates. Of the learning"
                    .formatted(of.settings().updates())
                + " rates 3e-4 and 3e-3, both tried by the paper, the one that ranks the third side"
                + " better counts.",
            "Labels by %s.".formatted(of.settings().labels().inWords()),
            "Linear and MLP read the mean over the layers, layerwise ones all layers side by side.",
            "The paper reports accuracy on as many important as removable steps and the best epoch"
                + " on the test side; balanced accuracy here has the same chance level of 0.5, and"
                + " the epoch is chosen on steps that are not tested.",
            "Many steps of the bundled reasoners give themselves away by their words (remarks, facts"
                + " restated): what text alone reaches here is higher than chance for that reason."
                + " Steps that look alike are judged under 'Against the true graph'."));
  }

  /**
   * Whether the first is better than each of the others on the test steps of the first training.
   */
  private static String advantage(List<ProbeRun> standard) {
    ProbeRun activations = standard.get(0);
    ProbeRun best =
        standard.subList(1, standard.size()).stream()
            .max(Comparator.comparingDouble(run -> run.predictions().auroc()))
            .orElseThrow();
    return "that activations tell more than all else, by AUROC, is "
        + activations.isBetterThan(best, Predictions::auroc);
  }

  private static List<Cell> row(Material of, Contender contender, List<ProbeRun> runs) {
    return List.of(
        words(of.name()),
        words(contender.group()),
        words(contender.name()),
        ProbeRun.estimate(runs, ProbeRun::balancedAccuracy),
        ProbeRun.estimate(runs, Predictions::auroc));
  }

  private static List<Contender> contenders(Material of) {
    int layers = of.subject().model().layers();
    List<Contender> contenders = new ArrayList<>();
    contenders.addAll(
        activations(
            of,
            "activations in the chain",
            Features.layerMean(Sample::streamed, layers),
            Features.STREAMED,
            true));
    contenders.addAll(
        activations(
            of,
            "activations of the step alone",
            Features.layerMean(Sample::alone, layers),
            Features.ALONE,
            false));
    contenders.addAll(plain(of, "TF-IDF", TextFeatures.WORDS, Paper.readOff(0.50, 0.68)));
    contenders.addAll(
        plain(of, "surface features", TextFeatures.SURFACE, Paper.readOff(0.65, 0.70)));
    contenders.addAll(
        plain(of, "token log-probabilities", TextFeatures.LOG_PROBABILITIES, Paper.none()));
    return contenders;
  }

  private static List<Contender> activations(
      Material of, String group, Features mean, Features layerwise, boolean inTheChain) {
    int standard = of.settings().standardUnits();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        new Contender(
            group,
            "linear",
            mean,
            of.settings().linear(),
            false,
            inTheChain ? Paper.printed(0.730, 0.829) : Paper.printed(0.567, 0.745)));
    for (int units : of.settings().hiddenUnits()) {
      contenders.add(
          new Contender(
              group,
              "MLP " + units,
              mean,
              of.settings().mlp(units),
              false,
              mlp(units, inTheChain)));
    }
    contenders.add(
        new Contender(
            group,
            "layerwise linear",
            layerwise,
            of.settings().linear(),
            false,
            inTheChain ? Paper.printed(0.750, 0.856) : Paper.printed(0.567, 0.734)));
    for (int units : of.settings().hiddenUnits()) {
      contenders.add(
          new Contender(
              group,
              "layerwise MLP " + units,
              layerwise,
              of.settings().mlp(units),
              units == standard,
              layerwiseMlp(units, inTheChain)));
    }
    return contenders;
  }

  private static Cell mlp(int units, boolean inTheChain) {
    if (units != 128) {
      return Paper.none();
    }
    return inTheChain ? Paper.printed(0.778, 0.861) : Paper.printed(0.568, 0.752);
  }

  private static Cell layerwiseMlp(int units, boolean inTheChain) {
    return switch (units) {
      case 16 -> inTheChain ? Paper.printed(0.785, 0.834) : Paper.printed(0.567, 0.758);
      case 128 -> inTheChain ? Paper.printed(0.800, 0.838) : Paper.printed(0.567, 0.756);
      case 1024 -> inTheChain ? Paper.printed(0.799, 0.834) : Paper.printed(0.567, 0.743);
      default -> Paper.none();
    };
  }

  private static List<Contender> plain(Material of, String group, Features features, Cell paper) {
    int standard = of.settings().standardUnits();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        new Contender(group, "linear", features, of.settings().linear(), false, Paper.none()));
    for (int units : of.settings().hiddenUnits()) {
      boolean isStandard = units == standard;
      contenders.add(
          new Contender(
              group,
              "MLP " + units,
              features,
              of.settings().mlp(units),
              isStandard,
              isStandard ? paper : Paper.none()));
    }
    return contenders;
  }
}
