package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From publication to alert. */
@Command(
    name = "latency",
    description =
        "How soon an alert can be read after its step was published, at several loads, beside a"
            + " plain consumer of the same bytes. Exit code 1 if a bar is missed.",
    mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private SessionOptions measured;

  @Mixin private LatencyOptions loads;

  @Mixin private Output output;

  LatencyCommand() {
    this(Program.own());
  }

  LatencyCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Session session = Session.open(measured.settings(), program, output::say)) {
      return output.print(new LatencyBench(session, loads.plan(), output::say).run().findings());
    }
  }
}
