package dev.linchpin.app.probe;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The published probes. */
@Command(
    name = "probe",
    description = "Lists, promotes, retires, imports and exports the published probes.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ProbeListCommand.class,
      ProbeShowCommand.class,
      ProbePromoteCommand.class,
      ProbeRollbackCommand.class,
      ProbeRetireCommand.class,
      ProbeImportCommand.class,
      ProbeExportCommand.class
    })
public final class ProbeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'linchpin probe --help'.");
  }
}
