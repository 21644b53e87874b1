package dev.linchpin.wire;

import dev.linchpin.wire.IncidentChanged.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A notice was sent, or was not, to one webhook.
 *
 * @param incidentId the incident that it is about
 * @param change the change of the incident that is notified, from 1
 * @param target host of the webhook
 * @param notice what was told
 * @param attempt number of the try, from 1
 * @param outcome what became of it
 * @param httpStatus of the answer; empty without one
 * @param error why there was no answer, one line
 * @param at when the try began
 * @param elapsed how long it took, to the millisecond
 */
public record WebhookAttempted(
    String incidentId,
    long change,
    String target,
    Notice notice,
    int attempt,
    Outcome outcome,
    OptionalInt httpStatus,
    Optional<String> error,
    Instant at,
    Duration elapsed) {

  /** What became of a try. */
  public enum Outcome {
    DELIVERED,
    /** There will be another. */
    WILL_RETRY,
    /** There will be none. */
    GAVE_UP
  }
}
