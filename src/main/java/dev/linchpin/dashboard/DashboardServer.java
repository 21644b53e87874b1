package dev.linchpin.dashboard;

import dev.linchpin.dashboard.chain.ChainSettings;
import dev.linchpin.dashboard.chain.Chains;
import dev.linchpin.dashboard.chain.Exposure;
import dev.linchpin.dashboard.chain.Retention;
import dev.linchpin.dashboard.layers.Layers;
import dev.linchpin.dashboard.live.Live;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts and stops all parts of the dashboard. */
@ApplicationScoped
public class DashboardServer {
  private final Chains chains;
  private final Layers layers;
  private final Live live;

  @Inject
  DashboardServer(Chains chains, Layers layers, Live live) {
    this.chains = chains;
    this.layers = layers;
    this.live = live;
  }

  /**
   * Starts every part; when it returns, all can be asked.
   *
   * @throws IllegalStateException when topics are missing or not as they have to be
   */
  public void start(DashboardSettings settings) throws InterruptedException {
    Cluster cluster = settings.cluster();
    Exposure exposure = Exposure.TEXT;
    live.start(cluster, exposure, record -> {});
    layers.start(cluster);
    chains.start(
        new ChainSettings(
            settings.group("linchpin-dashboard"),
            settings.client(),
            settings.address(),
            Retention.DEFAULT,
            exposure),
        cluster.topics(),
        settings.scheme());
  }

  /** Stops every part, whether it started or not. */
  public void stop() {
    live.stop();
    chains.stop();
    layers.stop();
  }
}
