package dev.linchpin.wire;

import dev.linchpin.wire.IncidentChanged.Notice;
import dev.linchpin.wire.OperatorActed.Action;
import dev.linchpin.wire.WebhookAttempted.Outcome;
import dev.linchpin.wire.avro.DeliveryOutcome;
import dev.linchpin.wire.avro.IncidentNotice;
import dev.linchpin.wire.avro.OperatorAction;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What people did, and what webhooks were told. */
final class DeskMapping {

  static final AvroMapping<OperatorActed, dev.linchpin.wire.avro.OperatorActed> ACTED =
      new AvroMapping<>(
          OperatorActed.class,
          dev.linchpin.wire.avro.OperatorActed.class,
          DeskMapping::write,
          DeskMapping::read);

  static final AvroMapping<WebhookAttempted, dev.linchpin.wire.avro.WebhookAttempted> ATTEMPTED =
      new AvroMapping<>(
          WebhookAttempted.class,
          dev.linchpin.wire.avro.WebhookAttempted.class,
          DeskMapping::write,
          DeskMapping::read);

  private DeskMapping() {}

  private static dev.linchpin.wire.avro.OperatorActed write(OperatorActed e) {
    return new dev.linchpin.wire.avro.OperatorActed(
        e.at(), e.user(), OperatorAction.valueOf(e.action().name()), e.target(), e.detail());
  }

  private static OperatorActed read(dev.linchpin.wire.avro.OperatorActed a) {
    return new OperatorActed(
        a.getAt(), a.getUser(), Action.valueOf(a.getAction().name()), a.getTarget(), a.getDetail());
  }

  private static dev.linchpin.wire.avro.WebhookAttempted write(WebhookAttempted e) {
    Integer status = e.httpStatus().isPresent() ? e.httpStatus().getAsInt() : null;
    return new dev.linchpin.wire.avro.WebhookAttempted(
        e.incidentId(),
        e.change(),
        e.target(),
        IncidentNotice.valueOf(e.notice().name()),
        e.attempt(),
        DeliveryOutcome.valueOf(e.outcome().name()),
        status,
        e.error().orElse(null),
        e.at(),
        e.elapsed().toMillis());
  }

  private static WebhookAttempted read(dev.linchpin.wire.avro.WebhookAttempted a) {
    Integer status = a.getHttpStatus();
    return new WebhookAttempted(
        a.getIncidentId(),
        a.getChange(),
        a.getTarget(),
        Notice.valueOf(a.getNotice().name()),
        a.getAttempt(),
        Outcome.valueOf(a.getOutcome().name()),
        status == null ? OptionalInt.empty() : OptionalInt.of(status),
        Optional.ofNullable(a.getError()),
        a.getAt(),
        Duration.ofMillis(a.getElapsedMs()));
  }
}
