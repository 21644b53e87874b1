package dev.linchpin.app.cluster;

import dev.linchpin.alerting.AlertSettings;
import dev.linchpin.alerting.Alerter;
import dev.linchpin.alerting.webhook.RetryPlan;
import dev.linchpin.alerting.webhook.WebhookSender;
import dev.linchpin.alerting.webhook.WebhookSettings;
import dev.linchpin.alerting.webhook.WebhookTarget;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides on alerts and tells webhooks, until it is closed. */
public final class Alerting implements AutoCloseable {
  private static final String GROUP = "linchpin-alerts";
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  private final Alerter alerter;
  private final Optional<WebhookSender> webhooks;

  private Alerting(Alerter alerter, Optional<WebhookSender> webhooks) {
    this.alerter = alerter;
    this.webhooks = webhooks;
  }

  /**
   * Starts, and returns when alerts are decided on.
   *
   * @param cluster where it works; Kafka Streams takes its settings from it, too
   * @param targets webhooks that are told; none for none
   * @param meters takes the meters of alerting
   */
  public static Alerting start(Cluster cluster, List<WebhookTarget> targets, MeterRegistry meters)
      throws InterruptedException {
    Topics topics = cluster.topics();
    String group = topics.prefix() + GROUP;
    Alerter alerter =
        new Alerter(new AlertSettings(group, text(cluster.client()), 1), topics, meters);
    alerter.start();
    alerter.awaitRunning(START_TIMEOUT);
    return new Alerting(alerter, webhooks(cluster, group, targets));
  }

  @Override
  public void close() {
    webhooks.ifPresent(WebhookSender::close);
    alerter.close();
  }

  private static Optional<WebhookSender> webhooks(
      Cluster cluster, String group, List<WebhookTarget> targets) {
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WebhookSender.start(
                cluster,
                new WebhookSettings(group + "-webhooks", targets, RetryPlan.DEFAULT),
                Clock.systemUTC(),
                RandomGenerator.getDefault()));
  }

  private static Map<String, String> text(Map<String, ?> settings) {
    Map<String, String> text = new HashMap<>();
    settings.forEach((name, value) -> text.put(name, value.toString()));
    return text;
  }
}
