package dev.linchpin.alerting;

import dev.linchpin.wire.Incident;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The meters of alerting. Tags take their values from small closed sets, never from a record's
 * contents.
 *
 * <ul>
 *   <li>{@code linchpin.incidents.published} by {@code severity} and {@code state}: changes of
 *       incidents
 *   <li>{@code linchpin.incidents.forgotten}: incidents taken away, beyond the number that is kept
 *   <li>{@code linchpin.notices} by {@code notice}: changes that are to be notified
 *   <li>{@code linchpin.alerting.passed.over} by {@code reason}: records that could not be read
 *   <li>{@code linchpin.alerting.refused}: actions that could not be done
 * </ul>
 */
final class AlertMetrics {
  private final MeterRegistry registry;

  AlertMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void published(Publication publication) {
    publication.changed().ifPresentOrElse(this::changed, this::forgotten);
  }

  void passedOver(Enum<?> reason) {
    registry.counter("linchpin.alerting.passed.over", "reason", reason.name()).increment();
  }

  void refused() {
    registry.counter("linchpin.alerting.refused").increment();
  }

  private void changed(IncidentChanged change) {
    Incident incident = change.incident();
    registry
        .counter(
            "linchpin.incidents.published",
            "severity",
            incident.severity().name(),
            "state",
            incident.state().name())
        .increment();
    if (change.notice() != Notice.NONE) {
      registry.counter("linchpin.notices", "notice", change.notice().name()).increment();
    }
  }

  private void forgotten() {
    registry.counter("linchpin.incidents.forgotten").increment();
  }
}
