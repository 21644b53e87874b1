package dev.linchpin.app.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.ChainAblated.Settings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "labels", mixinStandardHelpOptions = true)
final class ReasonerLabelsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ReasonerOption model;

  @Option(names = "--chains", defaultValue = "300")
  private int chains;

  @Option(names = "--seed", defaultValue = "31")
  private long seed;

  @Option(names = "--bounds", split = ",", defaultValue = "0.8")
  private List<Double> bounds;

  @Option(names = "--methods", split = ",", defaultValue = "INFLUENCE")
  private List<AblationMethod> methods;

  @Option(names = "--measures", split = ",", defaultValue = "MEAN_PERPLEXITY,WORST_STEP")
  private List<AttainabilityMeasure> measures;

  @Override
  public void run() {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (ReasonerUnderStudy reasoner = ReasonerUnderStudy.load(model.folder())) {
      List<ObservedChain> observed =
          reasoner
              .observer(Pooling.MEAN, progress.of("chains", chains))
              .observe(ReasonerUnderStudy.puzzles(chains, seed), 0.6, 0.95, seed);
      for (AblationMethod method : methods) {
        for (AttainabilityMeasure measure : measures) {
          for (double bound : bounds) {
            Ablation ablation =
                reasoner.ablation(new Settings(method, measure, 5, 0.6, 0.95, seed, 0.8, bound));
            var studied = LabelStudy.study(observed, ablation, progress.of("taken apart", chains));
            var a = LabelStudy.Agreement.of(studied);
            System.out.println(
                studied.stream()
                    .collect(
                        Collectors.groupingBy(s -> s.result().outcome(), Collectors.counting())));
            var lab = studied.stream().filter(LabelStudy.Studied::labelled).toList();
            System.out.printf(
                Locale.ROOT,
                "%s %s %.2f: agreement %.3f imp p %.3f r %.3f rem p %.3f r %.3f n %d core %.3f prefix %.2f of %.2f  passes %.1f sec %.2f needed %s unneeded %s%n",
                method,
                measure,
                bound,
                a.share(),
                a.precision(StepLabel.IMPORTANT),
                a.recall(StepLabel.IMPORTANT),
                a.precision(StepLabel.REMOVABLE),
                a.recall(StepLabel.REMOVABLE),
                a.labelled(),
                lab.stream()
                    .mapToDouble(
                        s ->
                            s.result().core().coreSteps()
                                / (double) s.result().core().prefixSteps())
                    .average()
                    .orElse(0),
                lab.stream().mapToInt(s -> s.result().core().prefixSteps()).average().orElse(0),
                lab.stream().mapToInt(s -> s.chain().steps().size()).average().orElse(0),
                lab.stream().mapToLong(s -> s.result().forwardPasses()).average().orElse(0),
                lab.stream().mapToDouble(LabelStudy.Studied::seconds).average().orElse(0),
                a.needed(),
                a.unneeded());
            if (System.getenv("SHOW") != null) {
              lab.stream()
                  .limit(Integer.parseInt(System.getenv("SHOW")))
                  .forEach(
                      s -> {
                        System.out.println(
                            s.chain().puzzle().question()
                                + " share "
                                + s.result().core().influenceShare());
                        for (var st : s.result().core().steps()) {
                          System.out.printf(
                              "   %-10s %-8s s %s a %s i %s  %s%n",
                              st.label(),
                              s.chain()
                                  .truth(s.chain().steps().get(st.stepIndex()))
                                  .map(Object::toString)
                                  .orElse("-"),
                              st.sufficiency(),
                              st.attainability(),
                              st.influence(),
                              s.chain().steps().get(st.stepIndex()).text().strip());
                        }
                      });
            }
          }
        }
      }
    }
  }
}
