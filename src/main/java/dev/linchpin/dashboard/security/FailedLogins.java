package dev.linchpin.dashboard.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed logins by address: after too many within a minute, none is tried until the minute
 * is over. Remembers the addresses that failed last, a bounded number. For all threads.
 */
final class FailedLogins {
  /** Failures of an address within {@link #WINDOW} after which it has to wait. */
  static final int MOST = 10;

  /** Begins with the first failure. */
  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int ADDRESSES = 4_096;

  private final InstantSource clock;
  private final Map<String, Failures> byAddress = new LinkedHashMap<>();

  private record Failures(Instant since, int count) {}

  FailedLogins(InstantSource clock) {
    this.clock = clock;
  }

  /** How long an address has to wait; empty where it has not. */
  synchronized Optional<Duration> wait(String address) {
    return recent(address)
        .filter(failures -> failures.count() >= MOST)
        .map(failures -> Duration.between(clock.instant(), failures.since().plus(WINDOW)));
  }

  /** A login failed. */
  synchronized void add(String address) {
    Failures failures = recent(address).orElse(new Failures(clock.instant(), 0));
    byAddress.remove(address);
    if (byAddress.size() >= ADDRESSES) {
      byAddress.remove(byAddress.keySet().iterator().next());
    }
    byAddress.put(address, new Failures(failures.since(), failures.count() + 1));
  }

  private Optional<Failures> recent(String address) {
    return Optional.ofNullable(byAddress.get(address))
        .filter(failures -> clock.instant().isBefore(failures.since().plus(WINDOW)));
  }
}
