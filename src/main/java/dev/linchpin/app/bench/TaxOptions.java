package dev.linchpin.app.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how much of the tax is measured. */
final class TaxOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--tax-rounds",
      paramLabel = "N",
      defaultValue = "300",
      description = "How often every way of generating has its turn (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "1",
      description = "Chains of a turn (default ${DEFAULT-VALUE}).")
  private int chains;

  /** How much is measured. */
  TaxBench.Plan plan() {
    if (rounds < 1 || chains < 1) {
      throw new ParameterException(
          spec.commandLine(), "--tax-rounds and --chains: expected at least 1");
    }
    return new TaxBench.Plan(rounds, chains);
  }
}
