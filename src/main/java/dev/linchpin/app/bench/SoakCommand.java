package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Memory over time. */
@Command(
    name = "soak",
    description =
        "Keeps a monitor at full load and looks at its memory. Exit code 1 if a bar is missed.",
    mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
  private static final double SAMPLES = 20;

  @Spec private CommandSpec spec;

  @Mixin private SessionOptions measured;

  @Mixin private Output output;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "10",
      description = "How long (default ${DEFAULT-VALUE}).")
  private double minutes;

  @Override
  public Integer call() {
    if (!(minutes > 0)) {
      throw new ParameterException(spec.commandLine(), "--minutes: expected more than 0");
    }
    try (Session session = Session.open(measured.settings(), Program.own(), output::say)) {
      return output.print(
          new SoakBench(session, minutes, minutes / SAMPLES, output::say).run().findings());
    }
  }
}
