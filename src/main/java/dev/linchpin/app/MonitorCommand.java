package dev.linchpin.app;

import dev.linchpin.alerting.webhook.WebhookFile;
import dev.linchpin.alerting.webhook.WebhookTarget;
import dev.linchpin.app.cluster.Alerting;
import dev.linchpin.app.cluster.ClaimStoreOption;
import dev.linchpin.app.cluster.DashboardAddress;
import dev.linchpin.dashboard.DashboardServer;
import dev.linchpin.dashboard.DashboardSettings;
import dev.linchpin.dashboard.security.Access;
import dev.linchpin.scoring.LeadTimeMeter;
import dev.linchpin.scoring.Monitor;
import dev.linchpin.scoring.ScoringSettings;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Inject Access access;

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

  @Option(
      names = "--webhooks",
      paramLabel = "FILE",
      description = "Who is told of alerts, see config/webhooks.properties (default: nobody).")
  private Optional<Path> webhooks = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    ScoringSettings settings = settings();
    List<WebhookTarget> targets = targets();
    Topics topics = streams.cluster().topics();
    Cluster cluster = new Cluster(client(), topics);
    DashboardSettings shown = page.settings(cluster);
    checkAccess();
    try (Monitor monitor = new Monitor(settings, topics, meters, Clock.systemUTC());
        LeadTimeMeter leadTimes = new LeadTimeMeter(settings, topics, meters)) {
      monitor.start();
      monitor.awaitRunning(START_TIMEOUT);
      leadTimes.start();
      say("scoring " + topics.activations().name());
      show(shown, targets);
    }
    return 0;
  }

  private void checkAccess() {
    if (page.isWanted()) {
      access.check();
    }
  }

  /** Until the end. */
  private void show(DashboardSettings shown, List<WebhookTarget> targets)
      throws InterruptedException {
    if (!page.isWanted()) {
      Quarkus.waitForExit();
      return;
    }
    Alerting alerting = Alerting.start(shown.cluster(), targets, meters);
    try {
      dashboard.start(shown);
      say("dashboard " + DashboardAddress.url());
      Quarkus.waitForExit();
    } finally {
      dashboard.stop();
      alerting.close();
    }
  }

  private List<WebhookTarget> targets() {
    try {
      return webhooks.isPresent() ? WebhookFile.read(webhooks.get()) : List.of();
    } catch (IOException | IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--webhooks: " + webhooks.get() + ": " + e.getMessage(), e);
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
