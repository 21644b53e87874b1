package dev.linchpin.app.reasoner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The bundled reference reasoner. */
@Command(
    name = "reasoner",
    description = "Trains and checks the reference reasoner.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReasonerTrainCommand.class,
      ReasonerCheckCommand.class,
      ReasonerLabelsCommand.class,
      ReasonerProbeCommand.class,
      ReasonerRecordsCommand.class
    })
public final class ReasonerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'linchpin reasoner --help'.");
  }
}
