package dev.linchpin.app.bench;

import dev.linchpin.app.cluster.ReasonerOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What being monitored costs the model. */
@Command(
    name = "tax",
    description =
        "How much of its speed the model loses by being captured and published, against the model"
            + " alone. Exit code 1 if the bar is missed.",
    mixinStandardHelpOptions = true)
final class TaxCommand implements Callable<Integer> {
  @Mixin private ReasonerOption reasoner;

  @Mixin private TaxOptions amount;

  @Mixin private Output output;

  @Override
  public Integer call() throws InterruptedException {
    try (ModelUnderTax model = ModelUnderTax.open(reasoner.folder())) {
      return output.print(new TaxBench(model.ways(), amount.plan(), output::say).run().findings());
    }
  }
}
