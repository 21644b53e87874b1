package dev.linchpin.dashboard;

import dev.linchpin.alerting.AuditLog;
import dev.linchpin.dashboard.alerts.Alerts;
import dev.linchpin.dashboard.chain.ChainSettings;
import dev.linchpin.dashboard.chain.Chains;
import dev.linchpin.dashboard.chain.Exposure;
import dev.linchpin.dashboard.chain.Retention;
import dev.linchpin.dashboard.flow.Flow;
import dev.linchpin.dashboard.flow.Instance;
import dev.linchpin.dashboard.http.TextDisplay;
import dev.linchpin.dashboard.layers.Layers;
import dev.linchpin.dashboard.live.Live;
import dev.linchpin.dashboard.live.LiveEvent;
import dev.linchpin.dashboard.probes.Probes;
import dev.linchpin.dashboard.quality.Quality;
import dev.linchpin.dashboard.replays.Replays;
import dev.linchpin.wire.Cluster;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Starts and stops all parts of the dashboard, and has the live stream tell of their changes. */
@ApplicationScoped
public class DashboardServer {
  @Inject TextDisplay text;
  @Inject Chains chains;
  @Inject Layers layers;
  @Inject Live live;
  @Inject Alerts alerts;
  @Inject Quality quality;
  @Inject Flow flow;
  @Inject Probes probes;
  @Inject Replays replays;

  private Optional<AuditLog> audit = Optional.empty();

  @PostConstruct
  void connect() {
    alerts.onIncident(incident -> live.publish(new LiveEvent.IncidentChanged(incident)));
    quality.onEvaluated(probe -> live.publish(new LiveEvent.ProbeEvaluated(probe.key())));
    probes.onChange(() -> live.publish(new LiveEvent.ProbesChanged()));
    replays.onChange(() -> live.publish(new LiveEvent.ReplaysChanged()));
  }

  /**
   * Starts every part. A part that still reads what it needs answers 503 until then.
   *
   * @throws IllegalStateException when topics are missing or not as they have to be
   */
  public void start(DashboardSettings settings) {
    Clock clock = Clock.systemUTC();
    Cluster cluster = settings.cluster();
    AuditLog log = new AuditLog(cluster, clock);
    audit = Optional.of(log);
    live.start(cluster, exposure(), flow.leadTimes()::add);
    alerts.start(cluster, clock);
    quality.start(cluster, clock);
    flow.start(cluster, clock, this::instances);
    probes.start(cluster, clock, log::write);
    replays.start(cluster, clock, log::write);
    layers.start(cluster);
    chains.start(chainSettings(settings), cluster.topics(), settings.scheme());
  }

  /** Stops every part, whether it started or not. */
  public void stop() {
    replays.stop();
    probes.stop();
    alerts.stop();
    quality.stop();
    flow.stop();
    live.stop();
    layers.stop();
    chains.stop();
    audit.ifPresent(AuditLog::close);
    audit = Optional.empty();
  }

  private ChainSettings chainSettings(DashboardSettings settings) {
    return new ChainSettings(
        settings.group("linchpin-dashboard"),
        settings.client(),
        settings.address(),
        Retention.DEFAULT,
        exposure());
  }

  private Exposure exposure() {
    return text.isWithheld() ? Exposure.WITHHELD : Exposure.TEXT;
  }

  private List<Instance> instances() {
    return chains.instances().stream()
        .map(peer -> new Instance(peer.host(), peer.self(), peer.partitions()))
        .toList();
  }
}
