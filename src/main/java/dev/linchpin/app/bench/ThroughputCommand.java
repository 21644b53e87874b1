package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Steps a second. */
@Command(
    name = "throughput",
    description =
        "How many steps a second the monitor scores, beside a consumer that only copies them and a"
            + " consumer in Python. Exit code 1 if a bar is missed.",
    mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private SessionOptions measured;

  @Mixin private ThroughputOptions amount;

  @Mixin private Output output;

  ThroughputCommand() {
    this(Program.own());
  }

  ThroughputCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try (Session session = Session.open(measured.settings(), program, output::say)) {
      ThroughputBench.Plan plan = amount.plan(session.stepBytes());
      return output.print(new ThroughputBench(session, plan, output::say).run().findings());
    }
  }
}
