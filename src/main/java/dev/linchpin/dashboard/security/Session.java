package dev.linchpin.dashboard.security;

import java.time.Duration;
import java.time.Instant;

/**
 * A browser that has logged in by token.
 *
 * @param id random, 128 bits as text
 * @param user name of the token's line
 * @param since when it logged in; seconds
 * @param renewed when its cookie was last renewed; seconds
 */
record Session(String id, String user, Instant since, Instant renewed) {
  /** It ends when nothing was asked for so long. */
  static final Duration IDLE = Duration.ofHours(8);

  /** It ends so long after the login, whatever was asked. */
  static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration RENEWAL = Duration.ofMinutes(5);

  /** When it ends, whatever is asked until then. */
  Instant end() {
    return since.plus(LONGEST);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(renewed.plus(IDLE)) || !now.isBefore(end());
  }

  /** Whether its cookie is old enough to be renewed. */
  boolean isStale(Instant now) {
    return !now.isBefore(renewed.plus(RENEWAL));
  }

  /** The same session, asked for now. */
  Session renewed(Instant now) {
    return new Session(id, user, since, now);
  }
}
