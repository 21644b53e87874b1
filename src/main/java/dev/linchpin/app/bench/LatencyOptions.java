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
      description = "Steps a second that are 100 %% load (default: what throughput shows first).")
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
      defaultValue = "10",
      description = "Seconds of load before that are not counted (default ${DEFAULT-VALUE}).")
  private double warmUp;

  /** The rate that is given, if one is. */
  Optional<Double> maxRate() {
    return maxRate;
  }

  /** What is measured, with this rate as all the load there is. */
  LatencyBench.Plan plan(double rate) {
    List<Double> shares = Arrays.stream(loads).mapToObj(load -> load / PERCENT).toList();
    boolean positive = shares.stream().allMatch(share -> share > 0);
    if (!(rate > 0 && seconds > 0 && warmUp > 0 && positive)) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate, --loads, --seconds and --warm-up: expected more than 0");
    }
    return new LatencyBench.Plan(rate, shares, seconds, warmUp);
  }
}
