package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The cost of a step as things grow. */
@Command(
    name = "scale",
    description =
        "What a step costs as history, chains, probes and partitions grow, and how two monitors share"
            + " the work.",
    mixinStandardHelpOptions = true)
final class ScaleCommand implements Callable<Integer> {
  private static final long FEWEST = 10_000;

  @Spec private CommandSpec spec;

  @Mixin private Output output;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "The longest history; chains and partitions are measured with a tenth of it, probes and"
              + " instances with a hundredth (default ${DEFAULT-VALUE}).")
  private long steps;

  @Override
  public Integer call() {
    if (steps < FEWEST) {
      throw new ParameterException(
          spec.commandLine(), "--steps: expected at least " + FEWEST + ", got " + steps);
    }
    return output.print(new ScaleBench(Program.own(), steps, output::say).run().findings());
  }
}
