package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Steps a second of a replay. */
@Command(
    name = "replay",
    description =
        "How many recorded steps a second a replay scores, beside the live topology on the same"
            + " records. Exit code 1 if the bar is missed.",
    mixinStandardHelpOptions = true)
final class ReplayBenchCommand implements Callable<Integer> {
  private final Program program;

  @Spec private CommandSpec spec;

  @Mixin private SessionOptions measured;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Recorded steps (default ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often both run (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private Output output;

  ReplayBenchCommand() {
    this(Program.own());
  }

  ReplayBenchCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (records < 1 || rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--records and --rounds: expected at least 1");
    }
    try (Session session = Session.open(measured.settings(), program, output::say)) {
      return output.print(new ReplayBench(session, records, rounds, output::say).run());
    }
  }
}
