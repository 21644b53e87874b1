package dev.linchpin.app;

import dev.linchpin.app.cluster.DashboardAddress;
import dev.linchpin.dashboard.DashboardSettings;
import dev.linchpin.wire.Cluster;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whether a role shows the dashboard, and where it is reached. */
final class DashboardOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--no-dashboard", description = "Serve metrics and health only.")
  private boolean none;

  @Option(
      names = "--advertised-address",
      paramLabel = "HOST:PORT",
      description =
          "Where the dashboards of other monitors reach this one (default: where it listens, or this"
              + " machine's name).")
  private Optional<String> advertised = Optional.empty();

  /** Whether it is wanted. */
  boolean isWanted() {
    return !none;
  }

  /** Of a cluster. */
  DashboardSettings settings(Cluster cluster) {
    return new DashboardSettings(
        cluster,
        advertised
            .filter(given -> !given.isBlank())
            .map(this::parse)
            .orElseGet(DashboardAddress::own),
        "http");
  }

  private HostInfo parse(String address) {
    try {
      return HostInfo.buildFromEndpoint(address);
    } catch (ConfigException e) {
      throw new ParameterException(
          spec.commandLine(), "--advertised-address: expected HOST:PORT, got " + address, e);
    }
  }
}
