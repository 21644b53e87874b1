package dev.linchpin.app.replay;

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
      ReplayVerifyCommand.class
    })
public final class ReplayCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'linchpin replay --help'.");
  }
}
