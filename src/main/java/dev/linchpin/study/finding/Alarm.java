package dev.linchpin.study.finding;

import static dev.linchpin.study.finding.Wording.text;
import static dev.linchpin.study.report.Cell.words;

import dev.linchpin.quality.Percentiles;
import dev.linchpin.reasoning.AnswerMatcher;
import dev.linchpin.reasoning.Verdict;
import dev.linchpin.study.Dossier;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.ObservedStep;
import dev.linchpin.study.report.Cell;
import dev.linchpin.study.report.Column;
import dev.linchpin.study.report.Section;
import dev.linchpin.study.report.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What alerts of removable steps would have saved, and what it would have cost. */
final class Alarm implements Finding {
  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", "model"),
          Column.words("dropped", "dropped"),
          new Column("tokens", "share of the steps' tokens", 3),
          new Column("right", "chains that still give the right answer", 3));

  @Override
  public String key() {
    return "alarm";
  }

  /** A test chain and what is left out of it. */
  private record Cut(ObservedChain chain, Set<Integer> dropped) {
    double tokenShare() {
      int all = chain.steps().stream().mapToInt(ObservedStep::tokens).sum();
      int gone = dropped.stream().mapToInt(i -> chain.steps().get(i).tokens()).sum();
      return gone / (double) all;
    }

    String question() {
      StringBuilder text = new StringBuilder(chain.problem().text());
      IntStream.range(0, chain.steps().size())
          .filter(i -> !dropped.contains(i))
          .forEach(i -> text.append(chain.steps().get(i).text()));
      return text.toString();
    }

    /** As many steps, drawn at random. */
    Cut shuffled(Random random) {
      List<Integer> steps =
          new ArrayList<>(IntStream.range(0, chain.steps().size()).boxed().toList());
      Collections.shuffle(steps, random);
      return new Cut(chain, new HashSet<>(steps.subList(0, dropped.size())));
    }

    Cut without(Set<Integer> steps) {
      return new Cut(chain, steps);
    }
  }

  @Override
  public Section about(Material of, List<Material> all) {
    List<Cut> flagged = new ArrayList<>();
    of.probes().forEach(run -> flagged.addAll(flagged(of, run)));
    Random random = new Random(of.settings().seed());
    List<Cut> shuffled = flagged.stream().map(cut -> cut.shuffled(random)).toList();
    List<Cut> whole = flagged.stream().map(cut -> cut.without(Set.of())).toList();
    List<Cut> bare =
        flagged.stream()
            .map(
                cut ->
                    cut.without(
                        new HashSet<>(
                            IntStream.range(0, cut.chain().steps().size()).boxed().toList())))
            .toList();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(of, "nothing", whole));
    rows.add(row(of, "steps flagged removable", flagged));
    rows.add(row(of, "as many steps at random", shuffled));
    rows.add(row(of, "all steps", bare));
    double median = Percentiles.of(flagged.stream().mapToDouble(Cut::tokenShare).toArray()).at(0.5);
    return new Section(
        key(),
        "What the alarm would have saved",
        "",
        "Steps that the probe (layerwise, %s) flags as removable, at the threshold that keeps 90 %% of such flags right on the validation side, are left out of right chains that it was not trained on. The model is asked for its likeliest answer to the rest."
            .formatted(of.settings().standard()),
        "%s: flagged steps are %s of the tokens (median chain %s); without them %s of the chains still give the right answer, without as many others %s"
            .formatted(
                of.name(),
                text(rows.get(1), 2),
                text(median),
                text(rows.get(1), 3),
                text(rows.get(2), 3)),
        List.of(
            new Table(
                "alarm", "Right chains of the test side, all trainings together", COLUMNS, rows)),
        List.of(),
        List.of(
            "Tokens of steps only, neither of the question nor of the answer.",
            "A step is flagged when it is complete: what is saved is what follows from it, such as"
                + " its place in the context, or the steps of a chain that is stopped."));
  }

  private static List<Cut> flagged(Material of, ProbeRun run) {
    return of.dossiers().stream()
        .filter(d -> d.chain().correct() && !d.chain().steps().isEmpty())
        .filter(d -> run.isTest(d.chain().chainId()))
        .map(d -> flagged(d, run))
        .toList();
  }

  private static Cut flagged(Dossier dossier, ProbeRun run) {
    return new Cut(
        dossier.chain(),
        Sample.all(List.of(dossier)).stream()
            .filter(step -> run.verdict(step) == Verdict.REMOVABLE)
            .map(Sample::index)
            .collect(Collectors.toSet()));
  }

  private static List<Cell> row(Material of, String dropped, List<Cut> cuts) {
    List<String> answers = of.subject().answers(cuts.stream().map(Cut::question).toList());
    List<String> chains = cuts.stream().map(c -> c.chain().chainId()).toList();
    double[] right = new double[cuts.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] =
          AnswerMatcher.matches(answers.get(i), cuts.get(i).chain().problem().answer()) ? 1 : 0;
    }
    return List.of(
        words(of.name()),
        words(dropped),
        Estimates.mean(cuts.stream().mapToDouble(Cut::tokenShare).toArray(), chains),
        Estimates.mean(right, chains));
  }
}
