package dev.linchpin.app.reasoner;

import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.study.LabelStudy;
import dev.linchpin.study.LabelStudy.Agreement;
import dev.linchpin.study.LabelStudy.Studied;
import dev.linchpin.study.ObservedChain;
import dev.linchpin.study.Problems;
import dev.linchpin.study.Subject;
import dev.linchpin.study.Way;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Are the labels right? */
@Command(
    name = "labels",
    description =
        "Takes sampled chains of a reasoner apart and holds the labels against the puzzles' true"
            + " graphs, for every method and measure side by side. Exit code 1 if the labels by"
            + " influence and worst step agree on fewer than 90 % of the computing steps.",
    mixinStandardHelpOptions = true)
final class ReasonerLabelsCommand implements Callable<Integer> {
  private static final double LEAST_AGREEMENT = 0.9;

  @Spec private CommandSpec spec;

  @Mixin private ReasonerOption model;

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "300",
      description = "Chains to sample (default ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--seed",
      defaultValue = "20260418",
      description = "Seed of puzzles, sampling and questions (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--attainability",
      paramLabel = "A",
      defaultValue = "0.8",
      description = "Attainability demanded of what is left (default ${DEFAULT-VALUE}).")
  private double attainability;

  private static final List<Way> WAYS =
      List.of(
          Way.PAPER,
          Way.PAPER_RANDOM,
          Way.STRICT,
          Way.STRICT_RANDOM,
          new Way(AblationMethod.LEAVE_ONE_OUT, AttainabilityMeasure.WORST_STEP));

  @Override
  public Integer call() {
    if (chains < 1) {
      throw new ParameterException(spec.commandLine(), "--chains: expected at least 1");
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Subject reasoner = Subject.reasoner(model.folder())) {
      List<ObservedChain> observed =
          reasoner.sampled(
              Problems.puzzles(chains, seed), seed, Pooling.MEAN, progress.of("chains", chains));
      say("%-30s %9s %17s %17s", "", "agreement", "important p / r", "removable p / r");
      double strict = 0;
      for (Way way : WAYS) {
        List<Studied> studied = study(way, observed, reasoner, progress);
        print(way, studied);
        strict = way.equals(Way.STRICT) ? Agreement.of(studied).share() : strict;
      }
      return strict >= LEAST_AGREEMENT ? 0 : 1;
    }
  }

  private List<Studied> study(
      Way way, List<ObservedChain> observed, Subject reasoner, Progress progress) {
    return LabelStudy.study(
        observed, reasoner.ablation(way, attainability, seed), progress.of(way.toString(), chains));
  }

  private void print(Way way, List<Studied> studied) {
    Agreement labels = Agreement.of(studied);
    List<Studied> labelled = studied.stream().filter(Studied::labelled).toList();
    say(
        "%-30s %9.3f %8.3f / %.3f %8.3f / %.3f",
        way,
        labels.share(),
        labels.precision(StepLabel.IMPORTANT),
        labels.recall(StepLabel.IMPORTANT),
        labels.precision(StepLabel.REMOVABLE),
        labels.recall(StepLabel.REMOVABLE));
    say(
        "    %d computing steps labelled, %d not; core %.1f %% of the prefix of %.2f steps",
        labels.labelled(),
        labels.unlabelled(),
        100 * mean(labelled, s -> s.core().coreSteps() / (double) s.core().prefixSteps()),
        mean(labelled, s -> s.core().prefixSteps()));
    say(
        "    a chain took %.1f forward passes, %.2f s; %s",
        mean(labelled, s -> s.result().forwardPasses()),
        mean(labelled, Studied::seconds),
        outcomes(studied));
  }

  private static double mean(List<Studied> studied, ToDoubleFunction<Studied> figure) {
    return studied.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  private static String outcomes(List<Studied> studied) {
    StringBuilder counts = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      long count = studied.stream().filter(s -> s.result().outcome() == outcome).count();
      counts.append(count == 0 ? "" : " " + outcome + "=" + count);
    }
    return counts.toString().strip();
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().println(String.format(Locale.ROOT, format, values));
    spec.commandLine().getOut().flush();
  }
}
