package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.Program;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.cluster.ReasonerOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measurements. */
@Command(
    name = "bench",
    description =
        "Measures the scoring path: throughput, latency, arithmetic and monitor tax, one after the"
            + " other, or what is named alone. Exit code 1 if a bar is missed.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ThroughputCommand.class,
      ReplayBenchCommand.class,
      LatencyCommand.class,
      ArithmeticCommand.class,
      TaxCommand.class,
      ScaleCommand.class,
      SoakCommand.class,
      ConsumerCommand.class
    })
public final class BenchCommand implements Callable<Integer> {
  private static final double KERNEL_SECONDS = 1.5;

  @Mixin private SessionOptions measured;

  @Mixin private ThroughputOptions amount;

  @Mixin private LatencyOptions loads;

  @Mixin private TaxOptions taxed;

  @Mixin private ReasonerOption reasoner;

  @Mixin private Output output;

  @Override
  public Integer call() throws InterruptedException {
    Findings cluster = throughputAndLatency();
    Findings arithmetic =
        new ArithmeticBench(measured.settings().shape(), KERNEL_SECONDS, output::say).run();
    return output.print(cluster.and(tax()).and(arithmetic));
  }

  private Findings throughputAndLatency() {
    try (Session session = Session.open(measured.settings(), Program.own(), output::say)) {
      ThroughputResult throughput =
          new ThroughputBench(session, amount.plan(session.stepBytes()), output::say).run();
      LatencyResult latency = new LatencyBench(session, loads.plan(), output::say).run();
      return throughput.findings().and(latency.findings());
    }
  }

  private Findings tax() throws InterruptedException {
    try (ModelUnderTax model = ModelUnderTax.open(reasoner.folder())) {
      return new TaxBench(model.ways(), taxed.plan(), output::say).run().findings();
    }
  }
}
