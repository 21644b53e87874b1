package dev.linchpin.app.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The records that could not be used. */
@Command(
    name = "dead-letters",
    description =
        "Lists and shows the records that could not be used, and puts them back on their topics"
            + " once what was wrong is mended.",
    mixinStandardHelpOptions = true,
    subcommands = {LettersListCommand.class, LetterShowCommand.class, LettersReplayCommand.class})
public final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; try 'linchpin dead-letters --help'.");
  }
}
