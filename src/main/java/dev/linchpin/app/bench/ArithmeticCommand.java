package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The limit that arithmetic sets. */
@Command(
    name = "arithmetic",
    description =
        "How many steps a second the probe's products alone allow, one by one and in large matrix"
            + " products, and how fast memory is copied.",
    mixinStandardHelpOptions = true)
final class ArithmeticCommand implements Callable<Integer> {
  private static final double SECONDS = 1.5;

  @Option(
      names = "--shape",
      paramLabel = "LxH",
      defaultValue = "28x3584",
      converter = ShapeConverter.class,
      description = "Layers and hidden units of the activations (default ${DEFAULT-VALUE}: 7B).")
  private CaptureShape shape;

  @Mixin private Output output;

  @Override
  public Integer call() {
    return output.print(new ArithmeticBench(shape, SECONDS, output::say).run());
  }
}
