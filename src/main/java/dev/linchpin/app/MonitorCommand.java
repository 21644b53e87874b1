package dev.linchpin.app;

import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.DashboardAddress;
import dev.linchpin.dashboard.DashboardServer;
import dev.linchpin.scoring.LeadTimeMeter;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The scoring role. */
@Command(
    name = "monitor",
    description =
        "Scores every step on the cluster with the published probes and raises alerts, until it is"
            + " stopped, and shows what happens on a live page. Monitors with one application id"
            + " share the work. The page is served at /, its API at /api/v1, metrics at"
            + " /q/metrics, health at /q/health (port: QUARKUS_HTTP_PORT, 8080 unless set; host:"
            + " QUARKUS_HTTP_HOST, this machine only unless set).",
    mixinStandardHelpOptions = true)
final class MonitorCommand implements Callable<Integer> {
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  @Inject MeterRegistry meters;

  @Inject DashboardServer dashboard;

  @Spec private CommandSpec spec;

  @Mixin private StreamsOptions streams;

  @Mixin private ClaimStoreOption claimStore;

  @Mixin private DashboardOptions page;

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      defaultValue = "linchpin-monitor",
      description = "Names the group of monitors that share the work (default ${DEFAULT-VALUE}).")
  private String applicationId;

  @Override
  public Integer call() throws InterruptedException {
    ScoringSettings settings = settings();
    Topics topics = streams.cluster().topics();
    try (Monitor monitor = new Monitor(settings, topics, meters, Clock.systemUTC());
        LeadTimeMeter leadTimes = new LeadTimeMeter(settings, topics, meters)) {
      monitor.start();
      monitor.awaitRunning(START_TIMEOUT);
      leadTimes.start();
      say("scoring " + topics.activations().name());
      show(topics);
      Quarkus.waitForExit();
    } finally {
      dashboard.stop();
    }
    return 0;
  }

  private void show(Topics topics) throws InterruptedException {
    if (page.isWanted()) {
      dashboard.start(page.settings(new Cluster(client(), topics)));
      say("dashboard " + DashboardAddress.url());
    }
  }

  private void say(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }

  private Map<String, String> client() {
    Map<String, String> client = new HashMap<>();
    claimStore.addTo(streams.client()).forEach((name, value) -> client.put(name, value.toString()));
    return client;
  }

  private ScoringSettings settings() {
    try {
      return new ScoringSettings(applicationId, client(), streams.threads());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
