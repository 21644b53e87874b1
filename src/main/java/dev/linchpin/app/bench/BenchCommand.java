package dev.linchpin.app.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements. */
@Command(
    name = "bench",
    description = "Measures the scoring path.",
    mixinStandardHelpOptions = true,
    subcommands = {ThroughputCommand.class, LatencyCommand.class, ConsumerCommand.class})
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command; try 'bench --help'.");
  }
}
