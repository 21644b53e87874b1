package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say what is measured. */
final class SessionOptions {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--shape",
      paramLabel = "LxH",
      defaultValue = "28x3584",
      converter = ShapeConverter.class,
      description = "Layers and hidden units of the activations (default ${DEFAULT-VALUE}: 7B).")
  private CaptureShape shape;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of every topic about chains (default ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Stream threads of the monitor, and consumers of the plain reader's second form"
              + " (default: one per core, at most one per partition).")
  private int threads;

  /** What is measured. */
  Session.Settings settings() {
    int chosen = threads == 0 ? Math.min(CORES, partitions) : threads;
    if (partitions < 1 || chosen < 1) {
      throw new ParameterException(
          spec.commandLine(), "--partitions and --threads: expected at least 1");
    }
    return new Session.Settings(shape, partitions, chosen);
  }
}
