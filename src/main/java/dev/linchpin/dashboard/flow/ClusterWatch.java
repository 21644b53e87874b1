package dev.linchpin.dashboard.flow;

import dev.linchpin.wire.Cluster;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;

/**
 * Asks the cluster every two seconds where its topics end, and every second time how far groups are
 * behind. While it does not answer, what is known stays.
 */
final class ClusterWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClusterWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final int ANSWER_MS = 5_000;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(ClusterWatch::thread);
  private final Admin admin;
  private final ClusterProbe probe;
  private final Throughput throughput;
  private volatile Lags lags = Lags.NONE;
  private boolean withGroups = true;

  private ClusterWatch(Cluster cluster, InstantSource clock) {
    this.admin = Admin.create(settings(cluster.client()));
    this.probe = new ClusterProbe(admin, cluster.topics(), clock);
    this.throughput = new Throughput(cluster.topics());
  }

  /** A watch that asks from now on. */
  static ClusterWatch start(Cluster cluster, InstantSource clock) {
    ClusterWatch watch = new ClusterWatch(cluster, clock);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  /** What it found of the topics. */
  Throughput throughput() {
    return throughput;
  }

  /** What it found of the groups last. */
  Lags lags() {
    return lags;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    admin.close(CLOSE_TIMEOUT);
  }

  private void ask() {
    try {
      Ends ends = probe.ends();
      throughput.add(ends);
      if (withGroups) {
        lags = probe.lags(ends);
      }
      withGroups = !withGroups;
    } catch (RuntimeException e) {
      if (!thread.isShutdown()) {
        LOG.warnf("Cluster does not say how records flow: cause=%s", e.toString());
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread made = new Thread(work, "linchpin-flow");
    made.setDaemon(true);
    return made;
  }

  private static Map<String, Object> settings(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
    return settings;
  }
}
