package dev.linchpin.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how much of throughput is measured, and against whom. */
final class ThroughputOptions {
  private static final long FILL_BYTES = 12_000_000_000L;
  private static final long MOST_RECORDS = 200_000;
  private static final Path DEBIANS_PYTHON = Path.of("/usr/bin/python3");

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      description = "Steps published before (default: 12 GB of them, at most 200,000).")
  private long records;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often everybody runs (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description =
          "A Python with confluent-kafka and numpy, or none (default: /usr/bin/python3, else the"
              + " python3 on the path).")
  private Optional<String> python = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Steps that Python's second form scores together (default ${DEFAULT-VALUE}).")
  private int batch;

  /**
   * How much is measured.
   *
   * @param stepBytes bytes of a step's tensor
   */
  ThroughputBench.Plan plan(long stepBytes) {
    if (records < 0 || rounds < 1 || batch < 2) {
      throw new ParameterException(
          spec.commandLine(), "--records, --rounds: expected at least 1; --batch: at least 2");
    }
    long chosen = records == 0 ? Math.min(MOST_RECORDS, FILL_BYTES / stepBytes) : records;
    return new ThroughputBench.Plan(chosen, rounds, interpreter(), batch);
  }

  private Optional<String> interpreter() {
    String chosen =
        python.orElse(Files.isExecutable(DEBIANS_PYTHON) ? DEBIANS_PYTHON.toString() : "python3");
    return Optional.of(chosen).filter(path -> !path.equals("none"));
  }
}
