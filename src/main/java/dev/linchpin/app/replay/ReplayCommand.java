package dev.linchpin.app.replay;

import dev.linchpin.app.archive.ReplayExportCommand;
import dev.linchpin.app.archive.ReplayImportCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recorded activations through probes once more. */
@Command(
    name = "replay",
    description =
        "Runs recorded activations through the running probe, a published one or one that is only a"
            + " folder, into topics of its own; compares what comes of it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReplayStartCommand.class,
      ReplayResumeCommand.class,
      ReplayPauseCommand.class,
      ReplayListCommand.class,
      ReplayShowCommand.class,
      ReplayRemoveCommand.class,
      ReplayCompareCommand.class,
      ReplayWhatIfCommand.class,
      ReplayVerifyCommand.class,
      ReplayExportCommand.class,
      ReplayImportCommand.class
    })
public final class ReplayCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'linchpin replay --help'.");
  }
}
