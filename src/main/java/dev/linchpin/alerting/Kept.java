package dev.linchpin.alerting;

import dev.linchpin.wire.Incident;
import java.time.Instant;

/**
 * An incident as the desk keeps it.
 *
 * @param incident as it is
 * @param change number of the change that was published last, 0 for none
 * @param isTold whether someone outside was told that it was raised
 * @param isNews whether it differs from what was published last
 * @param seenAt when its signal was measured last
 */
record Kept(Incident incident, long change, boolean isTold, boolean isNews, Instant seenAt) {
  /** Not published yet. */
  static Kept opened(Incident incident, Instant now) {
    return new Kept(incident, 0, false, true, now);
  }

  /** Something that is published by and by. */
  Kept news(Incident next, Instant now) {
    return new Kept(next, change, isTold, true, now);
  }

  /** Measured again, and nothing changed. */
  Kept seen(Instant now) {
    return new Kept(incident, change, isTold, isNews, now);
  }

  /** Published. */
  Kept published(Incident next, boolean told) {
    return new Kept(next, change + 1, told, false, seenAt);
  }
}
