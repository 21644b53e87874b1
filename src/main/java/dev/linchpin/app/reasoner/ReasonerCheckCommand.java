package dev.linchpin.app.reasoner;

import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.Bar;
import dev.linchpin.app.cluster.ReasonerOption;
import dev.linchpin.study.Subject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The bars that the bundled reasoner has to meet. */
@Command(
    name = "check",
    description =
        "Measures a reasoner on held-out puzzles: its answers with and without a chain, its"
            + " detours, and how well its activations tell the needed steps. Exit code 1 if a bar"
            + " is missed.",
    mixinStandardHelpOptions = true)
final class ReasonerCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ReasonerOption model;

  @Option(
      names = "--puzzles",
      defaultValue = "500",
      description = "Puzzles for the answers (default ${DEFAULT-VALUE}).")
  private int puzzles;

  @Option(
      names = "--chains",
      defaultValue = "1500",
      description = "Sampled chains for detours and probes (default ${DEFAULT-VALUE}).")
  private int chains;

  @Option(
      names = "--pooling",
      defaultValue = "MEAN",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Pooling pooling;

  @Option(
      names = "--seed",
      defaultValue = "20260418",
      description = "Seed of the held-out puzzles (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    if (puzzles < 1 || chains < 1) {
      throw wrong("--puzzles and --chains: expected at least 1");
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Subject reasoner = Subject.reasoner(model.folder())) {
      List<Bar> bars =
          new ReasonerCheck(reasoner, progress, seed).measure(puzzles, chains, pooling);
      bars.forEach(this::print);
      return bars.stream().allMatch(Bar::met) ? 0 : 1;
    }
  }

  private void print(Bar bar) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%-42s %.3f  %s %.3f  %s%n",
        bar.name(),
        bar.value(),
        bar.side().sign(),
        bar.bound(),
        bar.met() ? "met" : "MISSED");
    out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
