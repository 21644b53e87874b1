package dev.linchpin.alerting.webhook;

import java.util.List;

/**
 * How notices are sent.
 *
 * @param group senders of one group share the notices; a new group begins with the last minute's
 * @param targets who is told, see {@link WebhookFile}
 * @param plan how often each is tried
 */
public record WebhookSettings(String group, List<WebhookTarget> targets, RetryPlan plan) {
  public WebhookSettings {
    targets = List.copyOf(targets);
    if (group.isBlank()) {
      throw new IllegalArgumentException("expected a group, got '" + group + "'");
    }
  }
}
