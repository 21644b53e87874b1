package dev.linchpin.dashboard.alerts;

import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.WebhookAttempted;
import dev.linchpin.wire.WebhookAttempted.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A try at a webhook in JSON; see {@link WebhookAttempted}. */
public record DeliveryView(
    String incidentId,
    String target,
    Notice kind,
    int attempt,
    Outcome outcome,
    OptionalInt httpStatus,
    Optional<String> error,
    Instant at,
    long elapsedMs) {

  static DeliveryView of(WebhookAttempted attempted) {
    return new DeliveryView(
        attempted.incidentId(),
        attempted.target(),
        attempted.notice(),
        attempted.attempt(),
        attempted.outcome(),
        attempted.httpStatus(),
        attempted.error(),
        attempted.at(),
        attempted.elapsed().toMillis());
  }
}
