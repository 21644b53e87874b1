package dev.linchpin.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Language models by themselves, without Kafka. */
@Command(
    name = "lm",
    description = "Runs a language model by itself.",
    mixinStandardHelpOptions = true,
    subcommands = {LmGenerateCommand.class, LmCaptureCommand.class})
final class LmCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command; try 'linchpin lm --help'.");
  }
}
