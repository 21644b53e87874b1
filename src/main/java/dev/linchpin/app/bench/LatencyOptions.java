package dev.linchpin.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say at which loads latency is measured, and for how long. */
final class LatencyOptions {
  private static final double PERCENT = 100;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--max-rate",
      paramLabel = "R",
      description =
          "Steps a second that are 100 %% load (default: what can be published and scored at the same"
              + " time, which is measured first).")
  private Optional<Double> maxRate = Optional.empty();

  @Option(
      names = "--loads",
      paramLabel = "P",
      split = ",",
      defaultValue = "10,50,80",
      description = "Loads in percent (default ${DEFAULT-VALUE}).")
  private double[] loads;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      description = "For how long each load is measured (default ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "75",
      description = "Seconds of load before that are not counted (default ${DEFAULT-VALUE}).")
  private double warmUp;

  /** What is measured. */
  LatencyBench.Plan plan() {
    List<Double> shares = Arrays.stream(loads).mapToObj(load -> load / PERCENT).toList();
    boolean positive = shares.stream().allMatch(share -> share > 0);
    if (!(maxRate.orElse(1.0) > 0 && seconds > 0 && warmUp > 0 && positive)) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate, --loads, --seconds and --warm-up: expected more than 0");
    }
    return new LatencyBench.Plan(maxRate, shares, seconds, warmUp);
  }
}
