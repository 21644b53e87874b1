package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Interval;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.study.Removal;
import dev.linchpin.study.Way;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Cell.Estimate;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How few steps are enough: removal in the order of influence against a random order. */
final class CoreSize implements Finding {
  private static final List<Column> SIZE =
      List.of(
          Column.words("model", "model"),
          Column.words("order", "order of removal"),
          Column.words("measure", "what stays attainable"),
          new Column("coreShare", "core, share of the prefix", 3),
          Paper.column());
  private static final List<Column> WINS =
      List.of(
          Column.words("model", "model"),
          Column.words("measure", "what stays attainable"),
          new Column("influence", "core by influence smaller", 3),
          new Column("random", "core by random order smaller", 3),
          new Column("tie", "equal", 3));
  private static final List<Column> LEFT =
      List.of(
          Column.words("model", "model"),
          Column.words("way", "labels by"),
          Column.words("what", "of chains"),
          new Column("mean", "mean", 3),
          Paper.column());
  private static final List<Column> FUNNEL =
      List.of(
          Column.words("model", "model"),
          Column.words("sampled", "sampled"),
          Column.words("readable", "that the tokenizer reads back"),
          Column.words("right", "right"),
          Column.words("needed", "needed for the answer"),
          Column.words("labelled", "with labels"));

  @Override
  public String key() {
    return "core-size";
  }

  /** A chain taken apart in both orders. */
  private record Pair(String chainId, Removal influence, Removal random) {
    double difference() {
      return random.coreShare() - influence.coreShare();
    }
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<Pair> paper = pairs(of, Way.PAPER, Way.PAPER_RANDOM);
    List<Pair> strict = pairs(of, Way.STRICT, Way.STRICT_RANDOM);
    Estimate influence = share(paper, Pair::influence);
    Estimate random = share(paper, Pair::random);
    Estimate gain = Estimates.mean(paper.stream().mapToDouble(Pair::difference).toArray());
    return new Section(
        key(),
        "How few steps are enough",
        "Table 1, Figure 6, Tables 4 to 6",
        "Steps are taken out while the rest still leads the model to the right answer (4 of 5"
            + " sampled answers) and stays attainable (0.8): once those of the least influence by"
            + " gradients first, once in a random order. How much of the shortest sufficient prefix"
            + " is left?",
        "%s: %s of the prefix by influence, %s in a random order; that influence leaves less is %s"
            .formatted(
                of.name(),
                text(influence),
                text(random),
                Wording.shown(new Interval(gain.low(), gain.high()), gain.n())),
        List.of(sizes(of, paper, strict), wins(of, paper, strict), left(of), funnel(of)),
        List.of(),
        List.of(
            "The paper draws three random orders and asks rejected steps again; here it is one"
                + " order, each step asked once. The paper also lets a large model judge by the"
                + " text: that is not repeated here.",
            "By mean perplexity, a step that stage one keeps and stage two can spare stays without a label,"
                + " as in the paper: a removed step can hide behind those that were computed from it."
                + " By the worst step nothing hides, and it is labelled removable.",
            "The paper's chains have 70 to 190 steps, these fewer than ten: there is less to take"
                + " out."));
  }

  private static List<Pair> pairs(Material of, Way influence, Way random) {
    return of.dossiers().stream()
        .filter(d -> d.removals().keySet().containsAll(List.of(influence, random)))
        .map(
            d ->
                new Pair(
                    d.chain().chainId(), d.removals().get(influence), d.removals().get(random)))
        .filter(pair -> pair.influence().labelled() && pair.random().labelled())
        .toList();
  }

  private static Estimate share(List<Pair> pairs, Function<Pair, Removal> side) {
    return Estimates.mean(pairs.stream().mapToDouble(p -> side.apply(p).coreShare()).toArray());
  }

  private static Table sizes(Material of, List<Pair> paper, List<Pair> strict) {
    return new Table(
        "core-size",
        "Core as a share of the sufficient prefix, mean over chains",
        SIZE,
        List.of(
            List.of(
                words(of.name()),
                words("influence"),
                words("mean perplexity"),
                share(paper, Pair::influence),
                Paper.printed(0.180, 0.308)),
            List.of(
                words(of.name()),
                words("random"),
                words("mean perplexity"),
                share(paper, Pair::random),
                Paper.printed(0.218, 0.334)),
            List.of(
                words(of.name()),
                words("influence"),
                words("worst step"),
                share(strict, Pair::influence),
                Paper.none()),
            List.of(
                words(of.name()),
                words("random"),
                words("worst step"),
                share(strict, Pair::random),
                Paper.none())));
  }

  private static Table wins(Material of, List<Pair> paper, List<Pair> strict) {
    return new Table(
        "core-wins",
        "Chains by whose core is smaller (the paper's, against two rivals at once: influence 0.350"
            + " to 0.545, random 0.100 to 0.188, equal 0.116 to 0.340)",
        WINS,
        List.of(wins(of, "mean perplexity", paper), wins(of, "worst step", strict)));
  }

  private static List<Cell> wins(Material of, String measure, List<Pair> pairs) {
    return List.of(
        words(of.name()),
        words(measure),
        Estimates.share(
            pairs, Pair::chainId, p -> p.influence().coreSteps() < p.random().coreSteps()),
        Estimates.share(
            pairs, Pair::chainId, p -> p.influence().coreSteps() > p.random().coreSteps()),
        Estimates.share(
            pairs, Pair::chainId, p -> p.influence().coreSteps() == p.random().coreSteps()));
  }

  private static Table left(Material of) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Way way : List.of(Way.PAPER, Way.STRICT)) {
      List<Left> chains =
          of.dossiers().stream()
              .filter(d -> d.removals().containsKey(way))
              .map(d -> new Left(d.chain().steps().size(), d.removals().get(way)))
              .filter(chain -> chain.removal().labelled())
              .toList();
      boolean paper = way.equals(Way.PAPER);
      rows.add(row(of, way, "steps", chains, Left::steps, words("68 to 191"), paper));
      rows.add(
          row(
              of,
              way,
              "prefix, share of the steps",
              chains,
              c -> c.removal().prefixSteps() / (double) c.steps(),
              Paper.printed(0.341, 0.642),
              paper));
      rows.add(
          row(
              of,
              way,
              "removable, share of the prefix",
              chains,
              c -> c.share(StepLabel.REMOVABLE),
              Paper.printed(0.240, 0.385),
              paper));
      rows.add(
          row(
              of,
              way,
              "important, share of the prefix",
              chains,
              c -> c.share(StepLabel.IMPORTANT),
              Paper.printed(0.174, 0.303),
              paper));
    }
    return new Table("core-labels", "Labelled chains", LEFT, rows);
  }

  /** A labelled chain. */
  private record Left(int steps, Removal removal) {
    double share(StepLabel label) {
      return removal.labels().stream().filter(label::equals).count()
          / (double) removal.prefixSteps();
    }
  }

  private static List<Cell> row(
      Material of,
      Way way,
      String what,
      List<Left> chains,
      ToDoubleFunction<Left> figure,
      Cell paper,
      boolean asInThePaper) {
    return List.of(
        words(of.name()),
        words(way.inWords()),
        words(what),
        Estimates.mean(chains.stream().mapToDouble(figure).toArray()),
        asInThePaper ? paper : Paper.none());
  }

  private static Table funnel(Material of) {
    List<Outcome> outcomes =
        of.dossiers().stream()
            .map(d -> d.removals().get(of.settings().labels()).outcome())
            .toList();
    long readable = outcomes.stream().filter(o -> o != Outcome.FAILED).count();
    long right = readable - outcomes.stream().filter(o -> o == Outcome.INCORRECT).count();
    long unneeded = outcomes.stream().filter(o -> o == Outcome.NOT_NECESSARY).count();
    return new Table(
        "core-funnel",
        "Which chains can be labelled",
        FUNNEL,
        List.of(
            List.of(
                words(of.name()),
                Cell.count(outcomes.size()),
                Cell.count(readable),
                Cell.count(right),
                Cell.count(right - unneeded),
                Cell.count(outcomes.stream().filter(o -> o == Outcome.LABELLED).count()))));
  }
}
