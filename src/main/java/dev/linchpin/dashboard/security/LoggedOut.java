package dev.linchpin.dashboard.security;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sessions that were logged out before their end. Of more than can be remembered the oldest are
 * forgotten. For all threads.
 */
final class LoggedOut {
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<String, Instant> ends = new LinkedHashMap<>();

  LoggedOut(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(Session session) {
    Instant now = clock.instant();
    ends.values().removeIf(end -> !now.isBefore(end));
    if (ends.size() >= MOST) {
      ends.remove(ends.keySet().iterator().next());
    }
    ends.put(session.id(), session.end());
  }

  synchronized boolean contains(Session session) {
    return ends.containsKey(session.id());
  }
}
